package io.terge.methods.arithmetic;

import io.terge.spi.method.MergeInput;

import java.util.Arrays;
import java.util.List;

/** Absolute weights, and their shares of the sum. */
final class Shares {

    // Weights are written in decimal: 0.1 + 0.2 - 0.3 leaves 5.6e-17.
    private static final double CANCELLED = 1e-12;

    private Shares() {}

    /** Returns weights divided by their sum. */
    static double[] of(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        double[] shares = new double[weights.length];
        Arrays.setAll(shares, i -> weights[i] / sum);
        return shares;
    }

    /** Returns what is wrong with weights that are to be divided by their sum. */
    static List<String> faults(List<MergeInput> inputs) {
        double[] weights = inputs.stream().mapToDouble(MergeInput::weight).toArray();
        double size = Arrays.stream(weights).map(Math::abs).sum();
        return Math.abs(Arrays.stream(weights).sum()) > CANCELLED * size
                ? List.of()
                : List.of(
                        "the weights sum to 0 and cannot be normalised; change them, or set"
                                + " normalize=false");
    }
}
