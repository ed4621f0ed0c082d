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

    /**
     * Returns a value if a random number is less than its probability, else 0. Without a branch,
     * which no processor could foresee.
     */
    static double kept(double value, double random, double probability) {
        long isKept = Double.doubleToRawLongBits(random - probability) >> (Long.SIZE - 1);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & isKept);
    }
}
