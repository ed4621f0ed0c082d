package io.terge.engine.operand;

/** Counts numbers that are NaN or infinite. */
public final class NotFinite {

    private NotFinite() {}

    /** Counts them among the first numbers of an array. */
    public static long count(double[] values, int length) {
        long count = 0;
        for (int i = 0; i < length; i++) {
            count += Math.abs(values[i]) <= Double.MAX_VALUE ? 0 : 1;
        }
        return count;
    }
}
