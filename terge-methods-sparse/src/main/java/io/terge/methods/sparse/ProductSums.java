package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Measure;
import io.terge.spi.method.Block;
import io.terge.spi.method.Reduction;

import java.util.List;

/**
 * Sums what the softmax of scaled products divides by: for each pair of task vectors, then for each
 * task vector the sum of the intra-balancing. Leaves out what is not a number.
 *
 * @param models the number of task vectors
 * @param scales the scale of each pair
 */
record ProductSums(int models, List<ProductScale> scales) implements Reduction<double[]> {

    ProductSums {
        scales = List.copyOf(scales);
    }

    @Override
    public double[] start() {
        return new double[scales.size() + models];
    }

    @Override
    public double[] add(double[] soFar, Block block) {
        double[][] vectors = Measure.taskVectors(models).of(block);
        int length = block.length();
        double[] scaled = new double[length];
        int pair = 0;
        for (int i = 0; i < models; i++) {
            for (int j = i; j < models; j++) {
                scales.get(pair).apply(vectors[i], vectors[j], scaled, length);
                soFar[pair] += sum(scaled, 1);
                if (i == j) {
                    soFar[scales.size() + i] += sum(scaled, models);
                }
                pair++;
            }
        }
        return soFar;
    }

    private static double sum(double[] scaled, int factor) {
        double sum = 0;
        for (double value : scaled) {
            double exponential = StrictMath.exp(factor * value);
            sum += Double.isNaN(exponential) ? 0 : exponential;
        }
        return sum;
    }

    @Override
    public double[] join(double[] left, double[] right) {
        for (int i = 0; i < left.length; i++) {
            left[i] += right[i];
        }
        return left;
    }
}
