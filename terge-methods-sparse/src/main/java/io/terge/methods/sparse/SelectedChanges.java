package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Cut;
import io.terge.methods.sparse.part.Differences;
import io.terge.spi.method.Block;
import io.terge.spi.method.Reduction;

/**
 * Sums the squares of each task vector, of the elements that are selected by their variance.
 *
 * @param variance how much models differ
 * @param cut which variances are selected
 */
record SelectedChanges(Variance variance, Cut cut) implements Reduction<double[]> {

    /** Replaces inputs by the selected elements of their task vectors, and returns them. */
    double[][] of(Block block) {
        int length = block.length();
        double[] base = block.base();
        double[] measured = cut.isAll() ? new double[0] : variance.of(block)[0];
        double[][] vectors = new double[variance.models()][];
        for (int i = 0; i < vectors.length; i++) {
            double[] vector = block.input(i);
            Differences.subtract(vector, base, length);
            cut.clearOthers(measured, block.start(), vector, length);
            vectors[i] = vector;
        }
        return vectors;
    }

    @Override
    public double[] start() {
        return new double[variance.models()];
    }

    @Override
    public double[] add(double[] soFar, Block block) {
        double[][] vectors = of(block);
        int length = block.length();
        for (int i = 0; i < vectors.length; i++) {
            double[] vector = vectors[i];
            double sum = 0;
            for (int e = 0; e < length; e++) {
                sum += vector[e] * vector[e];
            }
            soFar[i] += sum;
        }
        return soFar;
    }

    @Override
    public double[] join(double[] left, double[] right) {
        for (int i = 0; i < left.length; i++) {
            left[i] += right[i];
        }
        return left;
    }
}
