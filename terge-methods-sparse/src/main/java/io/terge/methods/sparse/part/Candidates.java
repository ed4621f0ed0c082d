package io.terge.methods.sparse.part;

import java.util.Arrays;

/**
 * Elements that are looked at one by one: their magnitudes, as bits, and their indices. In one
 * array, because counts of several threads are arrays: its first number is how many there are.
 */
final class Candidates {

    private static final int FEWEST = 64;
    private static final int DIGIT = 11;

    private Candidates() {}

    static long[] none() {
        return new long[1];
    }

    /** Returns some candidates with room for more. */
    static long[] withRoom(long[] some, int more) {
        int needed = 1 + 2 * ((int) some[0] + more);
        return needed <= some.length
                ? some
                : Arrays.copyOf(some, Math.max(needed, Math.max(FEWEST, 2 * some.length)));
    }

    /** Returns the candidates of both. */
    static long[] joined(long[] left, long[] right) {
        int more = (int) right[0];
        long[] all = withRoom(left, more);
        System.arraycopy(right, 1, all, 1 + 2 * (int) all[0], 2 * more);
        all[0] += more;
        return all;
    }

    /**
     * Returns what separates the largest from the others, of equal ones those of the lowest
     * indices.
     *
     * @param kept how many are kept, from 1 to all of them
     * @param below how many of the low bits of magnitudes may differ
     */
    static Cut cut(long[] some, int kept, int below) {
        int count = (int) some[0];
        long[] magnitudes = new long[count];
        for (int i = 0; i < count; i++) {
            magnitudes[i] = some[1 + 2 * i];
        }
        long bits = select(magnitudes, count - kept, below);
        long[] equal = new long[count];
        int equals = 0;
        int larger = 0;
        for (int i = 0; i < count; i++) {
            long magnitude = some[1 + 2 * i];
            equal[equals] = some[2 + 2 * i];
            equals += magnitude == bits ? 1 : 0;
            larger += magnitude > bits ? 1 : 0;
        }
        boolean areAllKept = larger + equals == kept;
        long last =
                areAllKept
                        ? Long.MAX_VALUE
                        : select(Arrays.copyOf(equal, equals), kept - larger - 1, Long.SIZE - 1);
        return new Cut(Double.longBitsToDouble(bits), last);
    }

    /**
     * Returns the number at a place in ascending order, from 0. Looks at the highest bits first,
     * and goes on with the numbers that have those of the one that is sought.
     *
     * @param numbers not negative; overwritten
     * @param below how many of their low bits may differ
     */
    private static long select(long[] numbers, int place, int below) {
        int count = numbers.length;
        int wanted = place;
        int high = below;
        while (high > 0 && count > 1) {
            int shift = Math.max(0, high - DIGIT);
            int mask = (1 << (high - shift)) - 1;
            int[] counts = new int[mask + 1];
            for (int i = 0; i < count; i++) {
                counts[(int) (numbers[i] >>> shift) & mask]++;
            }
            int digit = 0;
            while (counts[digit] <= wanted) {
                wanted -= counts[digit];
                digit++;
            }
            int left = 0;
            for (int i = 0; i < count; i++) {
                long number = numbers[i];
                numbers[left] = number;
                left += ((int) (number >>> shift) & mask) == digit ? 1 : 0;
            }
            count = left;
            high = shift;
        }
        return numbers[0];
    }
}
