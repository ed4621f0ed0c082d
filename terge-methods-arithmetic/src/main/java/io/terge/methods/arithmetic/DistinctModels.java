package io.terge.methods.arithmetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The models that have a weight, without those that equal another one, which count as one model.
 *
 * @param models the index of each, the first one of equal models
 * @param weights their weights, of equal models the sum
 * @param distances those between them, divided by the largest
 * @param largest the largest distance; not finite if one of them is not
 */
record DistinctModels(
        List<Integer> models, double[] weights, double[][] distances, double largest) {

    // Squares of distances that are this much smaller than others would vanish beside them.
    private static final double EQUAL = 1e-140;

    static DistinctModels of(double[] weights, double[][] distances) {
        double largest = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < i; j++) {
                if (weights[i] > 0 && weights[j] > 0) {
                    largest = Math.max(largest, distances[i][j]);
                }
            }
        }
        List<Integer> models = new ArrayList<>();
        double[] sums = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                int first = first(models, distances[i], EQUAL * largest);
                if (first == models.size()) {
                    models.add(i);
                }
                sums[first] += weights[i];
            }
        }
        return new DistinctModels(
                models,
                Arrays.copyOf(sums, models.size()),
                scaled(models, distances, largest),
                largest);
    }

    private static int first(List<Integer> models, double[] distances, double equal) {
        int first = 0;
        while (first < models.size() && !(distances[models.get(first)] <= equal)) {
            first++;
        }
        return first;
    }

    private static double[][] scaled(List<Integer> models, double[][] distances, double largest) {
        double[][] scaled = new double[models.size()][models.size()];
        for (int i = 0; i < scaled.length; i++) {
            for (int j = 0; j < scaled.length; j++) {
                scaled[i][j] = i == j ? 0 : distances[models.get(i)][models.get(j)] / largest;
            }
        }
        return scaled;
    }

    /** The smallest distance. */
    double least() {
        double least = 1;
        for (int i = 0; i < distances.length; i++) {
            for (int j = 0; j < i; j++) {
                least = Math.min(least, distances[i][j]);
            }
        }
        return least;
    }

    /**
     * Those from which the weighted sum of the distances to all is the smallest, as far as rounding
     * lets one see, by their place among these models.
     */
    List<Integer> central() {
        double[] sums = new double[distances.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = SmallVectors.product(weights, distances[i]);
        }
        double limit = Arrays.stream(sums).min().orElse(0) * (1 + 4 * sums.length * 0x1p-52);
        List<Integer> central = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] <= limit) {
                central.add(i);
            }
        }
        return central;
    }

    /** The inner products of the vectors from one of these models to all. */
    double[][] products(int origin) {
        double[][] products = new double[distances.length][distances.length];
        double[] to = distances[origin];
        for (int i = 0; i < products.length; i++) {
            for (int j = 0; j < products.length; j++) {
                products[i][j] =
                        (to[i] * to[i] + (to[j] - distances[i][j]) * (to[j] + distances[i][j])) / 2;
            }
        }
        return products;
    }
}
