package io.terge.methods.sparse.part;

import java.util.Arrays;
import java.util.Optional;

/**
 * Gathers the elements whose magnitudes are in a range, with their indices, and counts those above
 * it. In one array, because counts of several threads are arrays: how many were gathered, how many
 * are above, then magnitude and index of each.
 *
 * @param from the first magnitude of the range, as bits
 * @param to the first one above the range; as an unsigned number, so that all may be in it
 * @param most how many are gathered at most
 */
record Candidates(long from, long to, long most) {

    private static final int HEAD = 2;
    private static final int FEWEST = 64;
    private static final int DIGIT = 11;

    /** Returns no candidates. */
    static long[] none() {
        return new long[HEAD];
    }

    /** Adds a part of a vector. Gathers no more once there are too many. */
    long[] with(long[] some, long start, double[] values, int length) {
        if (some[0] > most) {
            return some;
        }
        long[] all = withRoom(some, length);
        long width = to - from;
        long above = 0;
        int end = HEAD + 2 * (int) all[0];
        for (int e = 0; e < length; e++) {
            long magnitude = Double.doubleToRawLongBits(values[e]) & Long.MAX_VALUE;
            above += (to - 1 - magnitude) >>> (Long.SIZE - 1);
            // Seldom, so that processors foresee it.
            if (Long.compareUnsigned(magnitude - from, width) < 0) {
                all[end] = magnitude;
                all[end + 1] = start + e;
                end += 2;
            }
        }
        return ended(all, end, above);
    }

    /**
     * Adds a part of a vector to the candidates of two ranges at once, which takes less time than
     * one after the other.
     *
     * @param at the place of the candidates of the first range
     * @param otherAt that of the second
     */
    static void addTo(
            long[][] counts,
            Candidates one,
            int at,
            Candidates other,
            int otherAt,
            long start,
            double[] values,
            int length) {
        if (counts[at][0] > one.most || counts[otherAt][0] > other.most) {
            counts[at] = one.with(counts[at], start, values, length);
            counts[otherAt] = other.with(counts[otherAt], start, values, length);
            return;
        }
        long[] first = withRoom(counts[at], length);
        long[] second = withRoom(counts[otherAt], length);
        long from = one.from;
        long to = one.to;
        long otherFrom = other.from;
        long otherTo = other.to;
        long above = 0;
        long otherAbove = 0;
        int end = HEAD + 2 * (int) first[0];
        int otherEnd = HEAD + 2 * (int) second[0];
        for (int e = 0; e < length; e++) {
            long magnitude = Double.doubleToRawLongBits(values[e]) & Long.MAX_VALUE;
            above += (to - 1 - magnitude) >>> (Long.SIZE - 1);
            otherAbove += (otherTo - 1 - magnitude) >>> (Long.SIZE - 1);
            if (Long.compareUnsigned(magnitude - from, to - from) < 0) {
                first[end] = magnitude;
                first[end + 1] = start + e;
                end += 2;
            }
            if (Long.compareUnsigned(magnitude - otherFrom, otherTo - otherFrom) < 0) {
                second[otherEnd] = magnitude;
                second[otherEnd + 1] = start + e;
                otherEnd += 2;
            }
        }
        counts[at] = ended(first, end, above);
        counts[otherAt] = ended(second, otherEnd, otherAbove);
    }

    private static long[] ended(long[] all, int end, long above) {
        all[0] = (end - HEAD) / 2;
        all[1] += above;
        return all;
    }

    /** Returns the candidates of both, which are more than the most if those of one are. */
    long[] joined(long[] left, long[] right) {
        if (left[0] > most || right[0] > most) {
            return left[0] > most ? left : right;
        }
        int more = (int) right[0];
        long[] all = withRoom(left, more);
        System.arraycopy(right, HEAD, all, HEAD + 2 * (int) all[0], 2 * more);
        all[0] += more;
        all[1] += right[1];
        return all;
    }

    private static long[] withRoom(long[] some, int more) {
        int needed = HEAD + 2 * ((int) some[0] + more);
        return needed <= some.length
                ? some
                : Arrays.copyOf(some, Math.max(needed, Math.max(FEWEST, 2 * some.length)));
    }

    /**
     * Returns what separates the largest elements from the others, of equal ones those of the
     * lowest indices; nothing if the last one that is kept is not among the candidates.
     *
     * @param kept how many elements are kept
     */
    Optional<Cut> cut(long[] some, long kept) {
        long among = kept - some[1];
        return some[0] > most || among <= 0 || among > some[0]
                ? Optional.empty()
                : Optional.of(cut(some, (int) some[0], (int) among));
    }

    private Cut cut(long[] some, int count, int kept) {
        long[] magnitudes = new long[count];
        for (int i = 0; i < count; i++) {
            magnitudes[i] = some[HEAD + 2 * i];
        }
        long bits = select(magnitudes, count - kept, significant());
        long[] equal = new long[count];
        int equals = 0;
        int larger = 0;
        for (int i = 0; i < count; i++) {
            long magnitude = some[HEAD + 2 * i];
            equal[equals] = some[HEAD + 1 + 2 * i];
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

    /** How many of the low bits of magnitudes in the range may differ. */
    private int significant() {
        return Long.SIZE - Long.numberOfLeadingZeros(from ^ (to - 1));
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
