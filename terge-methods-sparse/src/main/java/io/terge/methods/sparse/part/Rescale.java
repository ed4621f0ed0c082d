package io.terge.methods.sparse.part;

import io.terge.spi.method.Block;
import io.terge.spi.method.ParameterMerge;
import io.terge.spi.method.Reduction;

/**
 * Scales what is kept of each task vector, so that its sum of magnitudes is that of all of it.
 *
 * @since 0.1
 */
public final class Rescale {

    private static final double LEAST = 1e-7;

    private Rescale() {}

    /**
     * Returns the sparsifier followed by the scaling. Takes one pass. Task vectors with elements
     * that are not finite, or almost without elements, are not scaled.
     *
     * @param byRows whether the sparsifier needs whole rows
     */
    public static Sparsifier byMagnitude(
            ParameterMerge merge, Sparsifier sparsifier, boolean byRows) {
        Sums sums = new Sums(merge.inputs().size(), sparsifier);
        double[][] found = byRows ? merge.reduceRows(sums) : merge.reduce(sums);
        double[] factors = new double[found[0].length];
        for (int i = 0; i < factors.length; i++) {
            boolean isTiny = found[0][i] < LEAST || found[1][i] < LEAST;
            boolean isFinite = Double.isFinite(found[0][i]) && Double.isFinite(found[1][i]);
            factors[i] = isTiny || !isFinite ? 1 : found[0][i] / found[1][i];
            if (!isFinite) {
                merge.note(
                        "the task vector of model %d is not finite: it was not rescaled"
                                .formatted(merge.inputs().get(i).model()));
            }
        }
        return sparsifier.then(
                (input, start, vector, length) -> {
                    double factor = factors[input];
                    for (int e = 0; e < length; e++) {
                        vector[e] *= factor;
                    }
                });
    }

    /** The sums of magnitudes: of all elements, and of those that are kept. */
    private record Sums(int inputs, Sparsifier sparsifier) implements Reduction<double[][]> {

        @Override
        public double[][] start() {
            return new double[2][inputs];
        }

        @Override
        public double[][] add(double[][] soFar, Block block) {
            double[] base = block.base();
            for (int i = 0; i < inputs; i++) {
                double[] vector = block.input(i);
                Differences.subtract(vector, base, block.length());
                soFar[0][i] += magnitude(vector, block.length());
                sparsifier.apply(i, block.start(), vector, block.length());
                soFar[1][i] += magnitude(vector, block.length());
            }
            return soFar;
        }

        private static double magnitude(double[] vector, int length) {
            double sum = 0;
            for (int e = 0; e < length; e++) {
                sum += Math.abs(vector[e]);
            }
            return sum;
        }

        @Override
        public double[][] join(double[][] left, double[][] right) {
            for (int i = 0; i < inputs; i++) {
                left[0][i] += right[0][i];
                left[1][i] += right[1][i];
            }
            return left;
        }
    }
}
