package io.terge.engine.setting;

import java.util.Arrays;
import java.util.Optional;

/** Makes weights shares of a whole. */
public final class NormalizedWeights {

    // Weights are written in decimal: 0.1 + 0.2 - 0.3 leaves 5.6e-17, which is meant to be nothing.
    private static final double CANCELLED = 1e-12;

    private NormalizedWeights() {}

    /**
     * Divides weights by their sum.
     *
     * @param weights finite weights, in any range
     * @return weights that sum to 1, or nothing where they cancel out
     */
    public static Optional<double[]> of(double[] weights) {
        double largest = Arrays.stream(weights).map(Math::abs).max().orElse(0);
        if (largest == 0) {
            return Optional.empty();
        }
        // A power of two changes no digit, and keeps the sum of huge weights finite.
        int exponent = -Math.getExponent(largest);
        double[] scaled =
                Arrays.stream(weights).map(weight -> Math.scalb(weight, exponent)).toArray();
        double sum = 0;
        double magnitude = 0;
        for (double weight : scaled) {
            sum += weight;
            magnitude += Math.abs(weight);
        }
        if (Math.abs(sum) <= CANCELLED * magnitude) {
            return Optional.empty();
        }
        double total = sum;
        return Optional.of(Arrays.stream(scaled).map(weight -> weight / total).toArray());
    }
}
