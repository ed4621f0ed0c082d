package io.terge.methods.sparse.part;

import io.terge.methods.sparse.part.Selection.Sought;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** One search: first for the magnitude of the last element that is kept, then for its index. */
final class Search {

    private static final int BITS = 16;
    private static final int BUCKETS = 1 << BITS;
    private static final int MOST = 63;

    /** So many elements take less memory than the counts. */
    private static final int SMALL = 1 << 14;

    private final int vector;
    private final long size;
    private final boolean needsIndex;

    /** How many elements of those that are looked at are still to be kept. */
    private long wanted;

    /** The bits that all elements that are looked at begin with, and how many follow them. */
    private long prefix;

    private int below = MOST;
    private boolean isFound;
    private long bits;

    /** The indices that are looked at, once the magnitude is found. */
    private long first;

    private long width;
    private long last = Long.MAX_VALUE;
    private boolean isDone;
    private Cut answer = Cut.all();

    /**
     * @param needsIndex whether a cut is sought; else only the magnitude of the last element that
     *     is kept, which must exist
     */
    Search(Sought sought, List<Long> sizes, boolean needsIndex) {
        vector = sought.vector();
        size = sizes.get(vector);
        wanted = sought.count();
        this.needsIndex = needsIndex;
        if (needsIndex && (wanted >= size || wanted <= 0)) {
            isDone = true;
            answer = wanted >= size ? Cut.all() : Cut.none();
        }
    }

    boolean isIn(int other) {
        return vector == other;
    }

    boolean isOpen() {
        return !isDone;
    }

    Cut cut() {
        return answer;
    }

    double magnitude() {
        return Double.longBitsToDouble(bits);
    }

    private int shift() {
        return Math.max(0, below - BITS);
    }

    /** Counts, then the smallest and the largest value of each bucket. */
    long[] start() {
        if (isDone || isSmall()) {
            return new long[0];
        }
        long[] counts = new long[isFound ? BUCKETS : 3 * BUCKETS];
        if (!isFound) {
            Arrays.fill(counts, BUCKETS, 2 * BUCKETS, Long.MAX_VALUE);
        }
        return counts;
    }

    /** Whether the elements are few enough to be gathered and sorted. */
    private boolean isSmall() {
        return size <= SMALL;
    }

    void add(long[][] counts, int at, long start, double[] values, int length) {
        if (isSmall()) {
            counts[at] = joined(counts[at], gathered(start, values, length));
        } else if (isFound) {
            addIndices(counts[at], start, values, length);
        } else if (below == MOST) {
            addAll(counts[at], values, length);
        } else {
            addThose(counts[at], values, length);
        }
    }

    /** The magnitude and the index of each element. */
    private static long[] gathered(long start, double[] values, int length) {
        long[] pairs = new long[2 * length];
        for (int e = 0; e < length; e++) {
            pairs[2 * e] = magnitude(values[e]);
            pairs[2 * e + 1] = start + e;
        }
        return pairs;
    }

    private static long[] joined(long[] left, long[] right) {
        long[] all = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, all, left.length, right.length);
        return all;
    }

    // The first pass looks at all elements: nothing but counting.
    private static void addAll(long[] counts, double[] values, int length) {
        for (int e = 0; e < length; e++) {
            counts[(int) (magnitude(values[e]) >>> (MOST - BITS))]++;
        }
    }

    private void addThose(long[] counts, double[] values, int length) {
        int shift = shift();
        int mask = (1 << (below - shift)) - 1;
        for (int e = 0; e < length; e++) {
            long value = magnitude(values[e]);
            if (value >>> below == prefix) {
                int bucket = (int) (value >>> shift) & mask;
                counts[bucket]++;
                counts[BUCKETS + bucket] = Math.min(counts[BUCKETS + bucket], value);
                counts[2 * BUCKETS + bucket] = Math.max(counts[2 * BUCKETS + bucket], value);
            }
        }
    }

    private void addIndices(long[] counts, long start, double[] values, int length) {
        for (int e = 0; e < length; e++) {
            if (magnitude(values[e]) == bits) {
                long place = start + e - first;
                if (place >= 0 && place / width < BUCKETS) {
                    counts[(int) (place / width)]++;
                }
            }
        }
    }

    private static long magnitude(double value) {
        return Double.doubleToRawLongBits(value) & Long.MAX_VALUE;
    }

    void join(long[][] all, int at, long[] others) {
        if (isDone || isSmall()) {
            all[at] = joined(all[at], others);
            return;
        }
        long[] counts = all[at];
        for (int i = 0; i < Math.min(BUCKETS, counts.length); i++) {
            counts[i] += others[i];
        }
        for (int i = BUCKETS; i < counts.length; i++) {
            counts[i] =
                    i < 2 * BUCKETS
                            ? Math.min(counts[i], others[i])
                            : Math.max(counts[i], others[i]);
        }
    }

    void narrow(long[] counts) {
        if (isDone) {
            return;
        }
        if (isSmall()) {
            select(counts);
        } else if (isFound) {
            narrowIndices(counts);
        } else {
            narrowMagnitudes(counts);
        }
    }

    /** Sorts what was gathered. */
    private void select(long[] pairs) {
        long[][] sorted = new long[pairs.length / 2][];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = new long[] {pairs[2 * i], pairs[2 * i + 1]};
        }
        Arrays.sort(
                sorted,
                Comparator.comparingLong((long[] pair) -> -pair[0])
                        .thenComparingLong(pair -> pair[1]));
        int kept = Math.toIntExact(wanted);
        bits = sorted[kept - 1][0];
        boolean hasEqual = kept < sorted.length && sorted[kept][0] == bits;
        last = hasEqual ? sorted[kept - 1][1] : Long.MAX_VALUE;
        finish();
    }

    private void narrowMagnitudes(long[] counts) {
        int bucket = BUCKETS - 1;
        while (counts[bucket] < wanted) {
            wanted -= counts[bucket];
            bucket--;
        }
        boolean hasRanges = below < MOST;
        int shift = shift();
        prefix = (prefix << (below - shift)) | bucket;
        below = shift;
        long lowest = counts[BUCKETS + bucket];
        boolean isSingle = hasRanges && lowest == counts[2 * BUCKETS + bucket];
        if (isSingle || below == 0) {
            found(isSingle ? lowest : prefix, counts[bucket]);
        }
    }

    private void found(long value, long equals) {
        isFound = true;
        bits = value;
        if (!needsIndex || equals == wanted) {
            finish();
        } else {
            width = Math.ceilDiv(size, BUCKETS);
        }
    }

    private void narrowIndices(long[] counts) {
        int bucket = 0;
        while (counts[bucket] < wanted) {
            wanted -= counts[bucket];
            bucket++;
        }
        first += bucket * width;
        if (width == 1) {
            last = first;
            finish();
        } else {
            width = Math.ceilDiv(width, BUCKETS);
        }
    }

    private void finish() {
        isDone = true;
        // Where the last one is a NaN or infinite, all of them are kept.
        answer =
                magnitude() <= Double.MAX_VALUE
                        ? new Cut(magnitude(), last)
                        : new Cut(Double.MAX_VALUE, -1);
    }
}
