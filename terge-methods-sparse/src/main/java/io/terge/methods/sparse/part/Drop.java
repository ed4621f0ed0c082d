package io.terge.methods.sparse.part;

import java.util.Arrays;

/** What all drops by probability have in common. */
final class Drop {

    private Drop() {}

    /** Drops all elements for a density of 0, and none for 1. Returns whether that was all. */
    static boolean isAllOrNone(double density, double[] vector, int length) {
        if (density <= 0) {
            Arrays.fill(vector, 0, length, 0);
        }
        return density <= 0 || density >= 1;
    }

    /** Whether none is infinite or a NaN: 0 times it is 0. */
    static boolean areFinite(double[] values) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int e = 0;
        for (; e + 4 <= values.length; e += 4) {
            first += values[e] * 0;
            second += values[e + 1] * 0;
            third += values[e + 2] * 0;
            fourth += values[e + 3] * 0;
        }
        for (; e < values.length; e++) {
            first += values[e] * 0;
        }
        return first + second + third + fourth == 0;
    }

    /**
     * Returns a value if a random number is less than its probability, else 0. Without a branch,
     * which no processor could foresee.
     */
    static double kept(double value, double random, double probability) {
        long isKept = Double.doubleToRawLongBits(random - probability) >> (Long.SIZE - 1);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & isKept);
    }
}
