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

    /** How many were gathered, and how many are above. */
    static final int HEAD = 2;

    private static final int FEWEST = 64;
    private static final int DIGIT = 11;

    /** Returns no candidates. */
    static long[] none() {
        return new long[HEAD];
    }

    /**
     * Returns what gathers more candidates from a part of a vector; nothing once there are too
     * many.
     *
     * @param counts what was gathered for each search
     * @param place for which this is
     * @param length the number of elements
     */
    Optional<Gathering> gathering(long[][] counts, int place, int length) {
        if (counts[place][0] > most) {
            return Optional.empty();
        }
        counts[place] = withRoom(counts[place], length);
        return Optional.of(new Gathering(from, to, counts[place]));
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
        int equals = 0;
        int larger = 0;
        for (int i = 0; i < count; i++) {
            long magnitude = some[HEAD + 2 * i];
            equals += magnitude == bits ? 1 : 0;
            larger += magnitude > bits ? 1 : 0;
        }
        boolean areAllKept = larger + equals == kept;
        long last =
                areAllKept
                        ? Long.MAX_VALUE
                        : select(indices(some, bits, equals), kept - larger - 1, Long.SIZE - 1);
        return new Cut(Double.longBitsToDouble(bits), last);
    }

    /** The indices of those of one magnitude. */
    private static long[] indices(long[] some, long bits, int count) {
        long[] indices = new long[count];
        int found = 0;
        for (int i = HEAD; found < count; i += 2) {
            if (some[i] == bits) {
                indices[found] = some[i + 1];
                found++;
            }
        }
        return indices;
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
