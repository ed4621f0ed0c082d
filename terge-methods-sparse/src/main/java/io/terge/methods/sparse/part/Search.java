package io.terge.methods.sparse.part;

import io.terge.methods.sparse.part.Selection.Sought;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One search: first for the magnitude of the last element that is kept, then for its index. */
final class Search {

    private static final int BITS = 16;
    private static final int BUCKETS = 1 << BITS;
    private static final int MOST = 63;

    /** The first pass tells more values apart where there are many elements. */
    private static final int BITS_OF_LARGE = 18;

    private static final long LARGE = 1L << 22;

    /** So many elements are looked at by themselves at once: they take less memory than counts. */
    private static final int SMALL = 1 << 14;

    private final int vector;
    private final long size;
    private final boolean needsIndex;
    private final long kept;

    /** How many elements of those that are looked at are still to be kept. */
    private long wanted;

    /** The bits that all elements that are looked at begin with, and how many follow them. */
    private long prefix;

    private int below = MOST;

    /** How many elements are looked at, and of how many at most each is looked at by itself. */
    private long open;

    private final long most;

    /** What is gathered, where few elements are looked at. */
    private Optional<Candidates> candidates;

    private boolean isFound;
    private long bits;

    /** The indices that are looked at, once the magnitude is found. */
    private long first;

    private long width;
    private boolean isDone;
    private Cut answer = Cut.all();

    /**
     * @param most how many candidates are gathered at most, where they take fewer passes
     * @param needsIndex whether a cut is sought; else only the magnitude of the last element that
     *     is kept, which must exist
     */
    Search(Sought sought, List<Long> sizes, long most, boolean needsIndex) {
        vector = sought.vector();
        size = sizes.get(vector);
        kept = sought.count();
        wanted = kept;
        open = size;
        this.most = most;
        candidates =
                size <= Math.min(most, SMALL)
                        ? Optional.of(new Candidates(0, Long.MIN_VALUE, size))
                        : Optional.empty();
        this.needsIndex = needsIndex;
        if (needsIndex && (wanted >= size || wanted <= 0)) {
            isDone = true;
            answer = wanted >= size ? Cut.all() : Cut.none();
        }
    }

    /** Looks first at the elements that are likely to be near the cut. */
    void guess(Sample sample) {
        if (!isDone && candidates.isEmpty()) {
            candidates = sample.range(vector, kept, size, most);
        }
    }

    int vector() {
        return vector;
    }

    /** Whether both look at all elements of one vector for the first time, in the same way. */
    boolean countsAs(Search other) {
        return vector == other.vector
                && isFirst()
                && other.isFirst()
                && candidates.equals(other.candidates);
    }

    private boolean isFirst() {
        return !isDone && below == MOST;
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
        return Math.max(0, below - (below == MOST ? firstBits() : BITS));
    }

    private int firstBits() {
        return size > LARGE ? BITS_OF_LARGE : BITS;
    }

    /** Counts, then the smallest and the largest value of each bucket. */
    long[] start() {
        if (candidates.isPresent()) {
            return Candidates.none();
        }
        if (!isFound && below == MOST) {
            return new long[1 << firstBits()];
        }
        long[] counts = new long[isFound ? BUCKETS : 3 * BUCKETS];
        if (!isFound) {
            Arrays.fill(counts, BUCKETS, 2 * BUCKETS, Long.MAX_VALUE);
        }
        return counts;
    }

    /** The elements that are gathered; nothing where all are counted. */
    Optional<Candidates> candidates() {
        return candidates;
    }

    /** Counts elements of the vector, where none are gathered. */
    void count(long[] counts, long start, double[] values, int length) {
        if (isFound) {
            addIndices(counts, start, values, length);
        } else if (below == MOST) {
            addAll(counts, shift(), values, length);
        } else {
            addThose(counts, values, length);
        }
    }

    // The first pass looks at all elements: nothing but counting.
    private static void addAll(long[] counts, int shift, double[] values, int length) {
        for (int e = 0; e < length; e++) {
            counts[(int) (magnitude(values[e]) >>> shift)]++;
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
        if (candidates.isPresent()) {
            all[at] = candidates.get().joined(all[at], others);
            return;
        }
        long[] counts = all[at];
        boolean hasRanges = !isFound && below < MOST;
        int plain = hasRanges ? BUCKETS : counts.length;
        for (int i = 0; i < plain; i++) {
            counts[i] += others[i];
        }
        for (int i = plain; i < counts.length; i++) {
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
        if (candidates.isPresent()) {
            // If a guess was wrong, the search starts as if there had been none.
            candidates.get().cut(counts, kept).ifPresent(this::finish);
            candidates = Optional.empty();
        } else if (isFound) {
            narrowIndices(counts);
        } else {
            narrowMagnitudes(counts);
        }
    }

    private void narrowMagnitudes(long[] counts) {
        int bucket = (below == MOST ? counts.length : BUCKETS) - 1;
        while (counts[bucket] < wanted) {
            wanted -= counts[bucket];
            bucket--;
        }
        boolean hasRanges = below < MOST;
        int shift = shift();
        prefix = (prefix << (below - shift)) | bucket;
        below = shift;
        open = counts[bucket];
        boolean isSingle = hasRanges && counts[BUCKETS + bucket] == counts[2 * BUCKETS + bucket];
        if (isSingle || below == 0) {
            found(isSingle ? counts[BUCKETS + bucket] : prefix);
        } else if (open <= most) {
            long from = prefix << below;
            candidates = Optional.of(new Candidates(from, from + (1L << below), open));
        }
    }

    private void found(long value) {
        isFound = true;
        bits = value;
        if (!needsIndex || open == wanted) {
            finish(new Cut(Double.longBitsToDouble(bits), Long.MAX_VALUE));
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
            finish(new Cut(Double.longBitsToDouble(bits), first));
        } else {
            width = Math.ceilDiv(width, BUCKETS);
        }
    }

    private void finish(Cut cut) {
        isDone = true;
        bits = Double.doubleToRawLongBits(cut.magnitude());
        // Where the last one is a NaN or infinite, all of them are kept.
        answer = cut.magnitude() <= Double.MAX_VALUE ? cut : new Cut(Double.MAX_VALUE, -1);
    }
}
