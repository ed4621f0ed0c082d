package io.terge.engine.setting;

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
        double largest = 0;
        for (double weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        if (largest == 0) {
            return Optional.empty();
        }
        // A power of two changes no digit, and keeps the sum of huge weights finite.
        int exponent = -Math.getExponent(largest);
        double[] scaled = new double[weights.length];
        double sum = 0;
        double magnitude = 0;
        for (int i = 0; i < weights.length; i++) {
            scaled[i] = Math.scalb(weights[i], exponent);
            sum += scaled[i];
            magnitude += Math.abs(scaled[i]);
        }
        if (Math.abs(sum) <= CANCELLED * magnitude) {
            return Optional.empty();
        }
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] /= sum;
        }
        return Optional.of(scaled);
    }
}
