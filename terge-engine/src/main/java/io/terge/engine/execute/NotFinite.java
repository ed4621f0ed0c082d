package io.terge.engine.execute;

/** Counts numbers that are NaN or infinite. */
final class NotFinite {

    private NotFinite() {}

    static long count(double[] values, int length) {
        long count = 0;
        for (int i = 0; i < length; i++) {
            count += Math.abs(values[i]) <= Double.MAX_VALUE ? 0 : 1;
        }
        return count;
    }
}
