package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Measure;
import io.terge.spi.method.Block;
import io.terge.spi.method.Reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the smallest and the largest product of each pair of task vectors, also of each with
 * itself. Leaves out products that are infinite or not a number.
 *
 * @param models the number of task vectors
 */
record ProductScales(int models) implements Reduction<double[][]> {

    /** The number of pairs: 0 and 0, 0 and 1, ..., 1 and 1, 1 and 2, ... */
    static int pairs(int models) {
        return models * (models + 1) / 2;
    }

    /** The scale of each pair. */
    static List<ProductScale> of(double[][] ranges) {
        List<ProductScale> scales = new ArrayList<>();
        for (int pair = 0; pair < ranges[0].length; pair++) {
            scales.add(new ProductScale(ranges[0][pair], ranges[1][pair]));
        }
        return scales;
    }

    @Override
    public double[][] start() {
        double[][] ranges = new double[2][pairs(models)];
        Arrays.fill(ranges[0], Double.POSITIVE_INFINITY);
        Arrays.fill(ranges[1], Double.NEGATIVE_INFINITY);
        return ranges;
    }

    @Override
    public double[][] add(double[][] soFar, Block block) {
        double[][] vectors = Measure.taskVectors(models).of(block);
        int pair = 0;
        for (int i = 0; i < models; i++) {
            for (int j = i; j < models; j++) {
                extend(soFar, pair, vectors[i], vectors[j], block.length());
                pair++;
            }
        }
        return soFar;
    }

    private static void extend(
            double[][] ranges, int pair, double[] left, double[] right, int length) {
        double least = ranges[0][pair];
        double most = ranges[1][pair];
        for (int e = 0; e < length; e++) {
            double product = left[e] * right[e];
            if (Math.abs(product) <= Double.MAX_VALUE) {
                least = Math.min(least, product);
                most = Math.max(most, product);
            }
        }
        ranges[0][pair] = least;
        ranges[1][pair] = most;
    }

    @Override
    public double[][] join(double[][] left, double[][] right) {
        for (int pair = 0; pair < left[0].length; pair++) {
            left[0][pair] = Math.min(left[0][pair], right[0][pair]);
            left[1][pair] = Math.max(left[1][pair], right[1][pair]);
        }
        return left;
    }

    @Override
    public boolean isExact() {
        return true;
    }
}
