package io.terge.methods.sparse.part;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * Gathers the elements of one range: see {@link Candidates}.
 *
 * @param from the first magnitude of the range
 * @param to the first one above it, as an unsigned number
 * @param all gets the elements; has room for all
 */
record Gathering(long from, long to, long[] all) {

    private static final int GROUP = 8;

    /** So many elements are looked at at once. */
    static final int STRETCH = 1024;

    /**
     * Gathers the elements of a part of a vector for one range or several at once. For several, the
     * bits of elements are copied, since the compiler works on many elements at once in loops over
     * {@code long}, but not if they reinterpret each number; for one, that takes as long as it
     * saves.
     *
     * @param ranges the ranges
     * @param start the index of the first element
     * @param values the elements
     * @param length the number of elements
     * @param magnitudes overwritten; has room for a {@link #STRETCH}
     * @param marks overwritten; has room for a stretch, too
     */
    static void addAll(
            List<Gathering> ranges,
            long start,
            double[] values,
            int length,
            long[] magnitudes,
            long[] marks) {
        if (ranges.size() == 1) {
            ranges.getFirst().addAll(start, values, length);
            return;
        }
        MemorySegment bits = MemorySegment.ofArray(magnitudes);
        for (int e = 0; e < length; e += STRETCH) {
            int count = Math.min(STRETCH, length - e);
            MemorySegment.copy(values, e, bits, ValueLayout.JAVA_DOUBLE, 0, count);
            clearSigns(magnitudes, count);
            Gathering first = ranges.getFirst();
            first.all[1] += mark(first.from - 1, first.to, magnitudes, marks, count);
            for (int i = 1; i < ranges.size(); i++) {
                Gathering range = ranges.get(i);
                range.all[1] += markToo(range.from - 1, range.to, magnitudes, marks, count);
            }
            gather(ranges, start + e, magnitudes, marks, count);
        }
    }

    private void addAll(long start, double[] values, int length) {
        long[] elements = all;
        long least = from;
        long width = to - from;
        long most = to - 1;
        long above = 0;
        int end = Candidates.HEAD + 2 * (int) elements[0];
        for (int e = 0; e < length; e++) {
            long magnitude = Double.doubleToRawLongBits(values[e]) & Long.MAX_VALUE;
            above += (most - magnitude) >>> (Long.SIZE - 1);
            // Seldom, so that processors foresee it.
            if (Long.compareUnsigned(magnitude - least, width) < 0) {
                elements[end] = magnitude;
                elements[end + 1] = start + e;
                end += 2;
            }
        }
        elements[0] = (end - Candidates.HEAD) / 2;
        elements[1] += above;
    }

    private static void clearSigns(long[] magnitudes, int count) {
        for (int e = 0; e < count; e++) {
            magnitudes[e] &= Long.MAX_VALUE;
        }
    }

    /** Makes the marks of elements in the range negative. Returns how many are above it. */
    private static long mark(long below, long above, long[] magnitudes, long[] marks, int count) {
        long larger = 0;
        for (int e = 0; e < count; e++) {
            marks[e] = (below - magnitudes[e]) & (magnitudes[e] - above);
            larger += (above - 1 - magnitudes[e]) >>> (Long.SIZE - 1);
        }
        return larger;
    }

    /** Does so too, and leaves other marks as they are. */
    private static long markToo(
            long below, long above, long[] magnitudes, long[] marks, int count) {
        long larger = 0;
        for (int e = 0; e < count; e++) {
            marks[e] |= (below - magnitudes[e]) & (magnitudes[e] - above);
            larger += (above - 1 - magnitudes[e]) >>> (Long.SIZE - 1);
        }
        return larger;
    }

    // Marks are few, so that processors foresee that a group has none.
    private static void gather(
            List<Gathering> ranges, long start, long[] magnitudes, long[] marks, int count) {
        int e = 0;
        for (; e + GROUP <= count; e += GROUP) {
            long some =
                    marks[e]
                            | marks[e + 1]
                            | marks[e + 2]
                            | marks[e + 3]
                            | marks[e + 4]
                            | marks[e + 5]
                            | marks[e + 6]
                            | marks[e + 7];
            if (some < 0) {
                gatherMarked(ranges, start, magnitudes, marks, e, e + GROUP);
            }
        }
        gatherMarked(ranges, start, magnitudes, marks, e, count);
    }

    private static void gatherMarked(
            List<Gathering> ranges, long start, long[] magnitudes, long[] marks, int from, int to) {
        for (int e = from; e < to; e++) {
            if (marks[e] < 0) {
                for (Gathering range : ranges) {
                    range.addIfIn(magnitudes[e], start + e);
                }
            }
        }
    }

    private void addIfIn(long magnitude, long index) {
        if (Long.compareUnsigned(magnitude - from, to - from) < 0) {
            int end = Candidates.HEAD + 2 * (int) all[0];
            all[end] = magnitude;
            all[end + 1] = index;
            all[0]++;
        }
    }
}
