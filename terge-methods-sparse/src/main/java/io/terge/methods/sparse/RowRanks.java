package io.terge.methods.sparse;

/**
 * Orders the elements of a row by magnitude. Sorts by the bits that differ only, digit by digit, in
 * a time that grows linearly with the length.
 */
final class RowRanks {

    private static final long MAGNITUDE = Long.MAX_VALUE;
    private static final int MOST_BITS = 11;
    private static final int LEAST_BITS = 4;

    private RowRanks() {}

    /** The indices in increasing order of magnitude; of equal ones the lowest index is the last. */
    static int[] ascending(double[] row, int length) {
        long[] keys = new long[length];
        int[] order = new int[length];
        long any = 0;
        long all = -1;
        for (int e = 0; e < length; e++) {
            // From the last element, because equal ones stay in the order in which they start.
            int index = length - 1 - e;
            long key = Double.doubleToRawLongBits(row[index]) & MAGNITUDE;
            keys[e] = key;
            order[e] = index;
            any |= key;
            all &= key;
        }
        return sorted(keys, order, any & ~all);
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
