package io.terge.methods.sparse.part;

import java.util.Arrays;

/**
 * Orders the elements of a row by magnitude. Sorts by the bits that differ only, beside the places
 * in one number, or, where these take too many bits, digit by digit.
 *
 * @since 0.1
 */
public final class RowRanks {

    private static final long MAGNITUDE = Long.MAX_VALUE;
    private static final int MOST_BITS = 11;
    private static final int LEAST_BITS = 4;

    private RowRanks() {}

    /**
     * The indices in increasing order of magnitude; of equal ones the lowest index is the first.
     */
    public static int[] ascending(double[] row, int length) {
        return ascending(row, length, 0, 1);
    }

    /**
     * Returns the rank of each element by magnitude: 0 for the smallest; of equal ones the lowest
     * index has the lowest rank.
     */
    public static int[] ranks(double[] row, int length) {
        return DigitRanks.of(row, length).orElseGet(() -> inverse(ascending(row, length)));
    }

    private static int[] inverse(int[] order) {
        int[] ranks = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            ranks[order[i]] = i;
        }
        return ranks;
    }

    /** The indices in increasing order of magnitude; of equal ones the lowest index is the last. */
    public static int[] ascendingLowestLast(double[] row, int length) {
        return ascending(row, length, length - 1, -1);
    }

    // Equal ones stay in the order in which they start.
    private static int[] ascending(double[] row, int length, int first, int step) {
        long[] keys = new long[length];
        long any = 0;
        long all = -1;
        for (int e = 0; e < length; e++) {
            long key = Double.doubleToRawLongBits(row[first + step * e]) & MAGNITUDE;
            keys[e] = key;
            any |= key;
            all &= key;
        }
        int[] order = order(keys, any & ~all);
        for (int e = 0; e < length; e++) {
            order[e] = first + step * order[e];
        }
        return order;
    }

    private static int[] order(long[] keys, long varying) {
        int low = varying == 0 ? 0 : Long.numberOfTrailingZeros(varying);
        int span = Long.SIZE - Long.numberOfLeadingZeros(varying) - low;
        int places = Integer.SIZE - Integer.numberOfLeadingZeros(keys.length);
        if (span + places < Long.SIZE) {
            return packed(keys, low, span, places);
        }
        int[] order = new int[keys.length];
        Arrays.setAll(order, e -> e);
        return sorted(keys, order, varying);
    }

    // What varies and the place are one number, and numbers the JDK sorts many at a time.
    private static int[] packed(long[] keys, int low, int span, int places) {
        long mask = (1L << span) - 1;
        for (int e = 0; e < keys.length; e++) {
            keys[e] = ((keys[e] >>> low) & mask) << places | e;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        int place = (1 << places) - 1;
        for (int e = 0; e < keys.length; e++) {
            order[e] = (int) keys[e] & place;
        }
        return order;
    }

    private static int[] sorted(long[] keys, int[] order, long varying) {
        int bits =
                Math.clamp(
                        Integer.SIZE - Integer.numberOfLeadingZeros(keys.length),
                        LEAST_BITS,
                        MOST_BITS);
        long[] fromKeys = keys;
        int[] from = order;
        long[] toKeys = new long[keys.length];
        int[] to = new int[keys.length];
        long left = varying;
        while (left != 0) {
            int shift = Long.numberOfTrailingZeros(left);
            move(fromKeys, from, toKeys, to, shift, bits);
            long[] swappedKeys = fromKeys;
            fromKeys = toKeys;
            toKeys = swappedKeys;
            int[] swapped = from;
            from = to;
            to = swapped;
            left = shift + bits >= Long.SIZE ? 0 : left >>> (shift + bits) << (shift + bits);
        }
        return from;
    }

    private static void move(
            long[] keys, int[] order, long[] toKeys, int[] to, int shift, int bits) {
        int mask = (1 << bits) - 1;
        int[] places = new int[mask + 2];
        for (long key : keys) {
            places[((int) (key >>> shift) & mask) + 1]++;
        }
        for (int digit = 1; digit <= mask; digit++) {
            places[digit] += places[digit - 1];
        }
        for (int i = 0; i < keys.length; i++) {
            int digit = (int) (keys[i] >>> shift) & mask;
            int place = places[digit];
            places[digit]++;
            toKeys[place] = keys[i];
            to[place] = order[i];
        }
    }
}
