package io.terge.methods.sparse;

/** The divergence (Kullback-Leibler) of the softmax of a model's row from that of the base. */
final class Divergence {

    /** Added to each probability, so that there are no logarithms of 0. */
    private static final double LEAST = 1e-8;

    private Divergence() {}

    /** Returns the divergence: not negative, and exactly 0 for equal rows. */
    static double of(double[] input, double[] base, int length) {
        double[] model = softmax(input, length);
        double[] other = softmax(base, length);
        double sum = 0;
        for (int e = 0; e < length; e++) {
            // The exact functions: a value must be the same each time that it is computed.
            sum += model[e] * StrictMath.log(model[e] / other[e]);
        }
        // Less than 0 by rounding only.
        return Math.max(0, sum);
    }

    private static double[] softmax(double[] row, int length) {
        double[] result = new double[length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int e = 0; e < length; e++) {
            largest = Math.max(largest, row[e]);
        }
        double sum = 0;
        for (int e = 0; e < length; e++) {
            result[e] = StrictMath.exp(row[e] - largest);
            sum += result[e];
        }
        for (int e = 0; e < length; e++) {
            result[e] = result[e] / sum + LEAST;
        }
        return result;
    }
}
