package io.terge.methods.sparse.part;

import java.util.Optional;

/**
 * Ranks the elements of a row by counting: orders them by two digits of the leading bits of their
 * magnitudes, and moves the few whose other bits say otherwise. It has hardly any branches that a
 * processor cannot predict.
 */
final class DigitRanks {

    private static final long MAGNITUDE = Long.MAX_VALUE;
    // Of the upper half of the bits, those of magnitudes within a factor of 2 to the 16th of the
    // largest; others count as equal.
    private static final int NEAR_BITS = 20 + 4;
    private static final int LEAST_LENGTH = 64;
    private static final int PLACE_BITS = 16;
    private static final int MOST_LENGTH = 1 << PLACE_BITS;
    private static final int MOST_DIGIT_BITS = 11;
    private static final int MOST_MOVES_PER_ELEMENT = 4;

    private DigitRanks() {}

    /**
     * Returns the ranks of elements, from 0, in the order of {@link RowRanks#ascending}; nothing
     * for a row that is ordered faster in another way.
     */
    static Optional<int[]> of(double[] row, int length) {
        if (length < LEAST_LENGTH || length > MOST_LENGTH) {
            return Optional.empty();
        }
        int bits =
                Math.min(MOST_DIGIT_BITS, Integer.SIZE - 2 - Integer.numberOfLeadingZeros(length));
        int[] keys = leading(row, length, 2 * bits);
        int[] low = new int[1 << bits];
        int[] high = new int[1 << bits];
        count(keys, low, high, bits);
        int[] byLow = new int[length];
        for (int e = 0; e < length; e++) {
            int key = keys[e];
            byLow[low[key & (low.length - 1)]++] = key >>> bits << PLACE_BITS | e;
        }
        int[] order = keys; // Of no more use, and near.
        for (int digitAndPlace : byLow) {
            order[high[digitAndPlace >>> PLACE_BITS]++] = digitAndPlace & (MOST_LENGTH - 1);
        }
        int[] ranks = byLow; // As these are.
        return settle(row, order, ranks) ? Optional.of(ranks) : Optional.empty();
    }

    private static int[] leading(double[] row, int length, int bits) {
        int[] keys = new int[length];
        for (int e = 0; e < length; e++) {
            keys[e] = (int) (Double.doubleToRawLongBits(row[e]) >>> Integer.SIZE);
        }
        int largest = 0;
        for (int e = 0; e < length; e++) {
            keys[e] &= Integer.MAX_VALUE;
            largest = Math.max(largest, keys[e]);
        }
        int floor = largest - (1 << NEAR_BITS) + 1;
        int shift = NEAR_BITS - bits;
        for (int e = 0; e < length; e++) {
            keys[e] = Math.max(keys[e] - floor, 0) >>> shift;
        }
        return keys;
    }

    /** Sets where the first element of each digit belongs. */
    private static void count(int[] keys, int[] low, int[] high, int bits) {
        for (int key : keys) {
            low[key & (low.length - 1)]++;
            high[key >>> bits]++;
        }
        int lower = 0;
        int higher = 0;
        for (int digit = 0; digit < low.length; digit++) {
            int inLow = low[digit];
            low[digit] = lower;
            lower += inLow;
            int inHigh = high[digit];
            high[digit] = higher;
            higher += inHigh;
        }
    }

    private static boolean settle(double[] row, int[] order, int[] ranks) {
        int moves = 0;
        long largest = 0;
        for (int i = 0; i < order.length; i++) {
            int e = order[i];
            long size = Double.doubleToRawLongBits(row[e]) & MAGNITUDE;
            ranks[e] = i;
            if (size >= largest) {
                largest = size;
            } else {
                moves += move(row, order, ranks, i);
                if (moves > MOST_MOVES_PER_ELEMENT * order.length) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Moves an element in front of larger ones. */
    private static int move(double[] row, int[] order, int[] ranks, int from) {
        int moved = order[from];
        long size = Double.doubleToRawLongBits(row[moved]) & MAGNITUDE;
        int to = from;
        while (to > 0 && (Double.doubleToRawLongBits(row[order[to - 1]]) & MAGNITUDE) > size) {
            order[to] = order[to - 1];
            ranks[order[to]] = to;
            to--;
        }
        order[to] = moved;
        ranks[moved] = to;
        return from - to;
    }
}
