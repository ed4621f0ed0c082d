package io.terge.examples;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

import java.util.Arrays;

/**
 * TIES-Merging (Yadav et al., 2023, arXiv 2306.01708), parameter by parameter: task vectors keep
 * their largest elements, each element elects a sign, and those that agree with it are averaged.
 */
public final class TiesExample implements MergeMethod {

    @Override
    public String name() {
        return "ties-example";
    }

    // tag::readme
    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Adds the mean of trimmed task vectors that agree in sign.")
                .reference("arXiv 2306.01708")
                .option(
                        MethodOption.number("density", "fraction of each task vector to keep")
                                .between(0, 1)
                                .perModel())
                .option(MethodOption.number("lambda", "scale of the merged task vector").orElse(1))
                .withBase()
                .wholeTensors();
    }

    @Override
    public Output merge(ParameterMerge merge) {
        double[] result = merge.baseMatrix().values();
        double[][] vectors = new double[merge.inputs().size()][];
        for (int i = 0; i < vectors.length; i++) {
            double density = merge.inputs().get(i).options().number("density");
            vectors[i] = trimmed(merge.matrix(i).values(), result, density);
        }
        double lambda = merge.options().number("lambda");
        double[] weights = merge.weights();
        for (int e = 0; e < result.length; e++) {
            result[e] += lambda * agreed(vectors, weights, e);
        }
        return Output.whole(result);
    }

    // end::readme

    /** Keeps the largest differences from the base; of equal ones the first. */
    private static double[] trimmed(double[] values, double[] base, double density) {
        double[] vector = new double[values.length];
        Arrays.setAll(vector, e -> values[e] - base[e]);
        double[] sizes = Arrays.stream(vector).map(Math::abs).sorted().toArray();
        int kept = (int) Math.round(density * sizes.length);
        double least = kept == 0 ? Double.POSITIVE_INFINITY : sizes[sizes.length - kept];
        long larger = Arrays.stream(sizes).filter(size -> Double.compare(size, least) > 0).count();
        for (int e = 0; e < vector.length; e++) {
            int order = Double.compare(Math.abs(vector[e]), least);
            if (order < 0 || order == 0 && larger++ >= kept) {
                vector[e] = 0;
            }
        }
        return vector;
    }

    /** The weighted mean of the elements that have the sign of the weighted sum. */
    private static double agreed(double[][] vectors, double[] weights, int e) {
        double elected = 0;
        for (int i = 0; i < vectors.length; i++) {
            elected += weights[i] * vectors[i][e];
        }
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < vectors.length; i++) {
            double share = weights[i] * vectors[i][e];
            if (share != 0 && Math.signum(share) != -Math.signum(elected)) {
                sum += share;
                weight += weights[i];
            }
        }
        return weight == 0 ? 0 : sum / weight;
    }
}
