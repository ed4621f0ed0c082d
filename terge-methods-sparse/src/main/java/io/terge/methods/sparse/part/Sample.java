package io.terge.methods.sparse.part;

import java.util.Arrays;
import java.util.Optional;

/**
 * A sample of the magnitudes of each vector, which tells about where a cut is.
 *
 * @param magnitudes as bits, in ascending order, for each vector
 */
record Sample(long[][] magnitudes) {

    /** Vectors of fewer elements are read at once. */
    private static final long SMALL = 1L << 20;

    /** How far the cut may be from where the sample has it, as a part of all elements. */
    private static final double MARGIN = 0.01;

    /** What is gathered may be a little more than the sample says. */
    private static final double ROOM = 0.8;

    /** Takes a sample, if the vectors have one and it is worth it. */
    static Optional<Sample> of(Vectors vectors) {
        boolean isWorthIt = vectors.sizes().stream().anyMatch(size -> size >= SMALL);
        return isWorthIt
                ? vectors.sample(new Gathering(vectors.sizes().size())).map(Sample::sorted)
                : Optional.empty();
    }

    private static Sample sorted(long[][] gathered) {
        long[][] all = new long[gathered.length][];
        for (int i = 0; i < all.length; i++) {
            all[i] = Arrays.copyOfRange(gathered[i], 1, 1 + (int) gathered[i][0]);
            Arrays.sort(all[i]);
        }
        return new Sample(all);
    }

    /**
     * Returns the range that the last of the largest elements is in, very likely.
     *
     * @param kept how many elements are kept
     * @param size how many there are
     * @param most how many may be in the range
     * @return nothing if too many are in the range, such as many equal ones
     */
    Optional<Candidates> range(int vector, long kept, long size, long most) {
        long[] sorted = magnitudes[vector];
        double margin = Math.min(MARGIN, ROOM * most / size / 2);
        double place = (double) (size - kept) / size;
        int first = (int) Math.floor((place - margin) * sorted.length);
        int last = (int) Math.ceil((place + margin) * sorted.length);
        if (sorted.length == 0) {
            return Optional.empty();
        }
        long from = first < 0 ? 0 : sorted[first];
        long to = last >= sorted.length ? Long.MAX_VALUE : sorted[last];
        long inside = places(sorted, to) - places(sorted, from);
        return to > from && (double) inside / sorted.length * size <= most
                ? Optional.of(new Candidates(from, to, most))
                : Optional.empty();
    }

    /** How many magnitudes are smaller. */
    private static int places(long[] sorted, long magnitude) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (sorted[middle] < magnitude) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Gathers magnitudes: how many there are, then they themselves. */
    private record Gathering(int vectors) implements Vectors.Counter {

        @Override
        public long[][] start() {
            return new long[vectors][1];
        }

        @Override
        public void add(long[][] counts, int vector, long start, double[] values, int length) {
            int end = 1 + (int) counts[vector][0];
            long[] all = withRoom(counts[vector], end + length);
            for (int e = 0; e < length; e++) {
                all[end + e] = Double.doubleToRawLongBits(values[e]) & Long.MAX_VALUE;
            }
            all[0] += length;
            counts[vector] = all;
        }

        @Override
        public void join(long[][] counts, long[][] others) {
            for (int i = 0; i < counts.length; i++) {
                int end = 1 + (int) counts[i][0];
                int more = (int) others[i][0];
                long[] all = withRoom(counts[i], end + more);
                System.arraycopy(others[i], 1, all, end, more);
                all[0] += more;
                counts[i] = all;
            }
        }

        private static long[] withRoom(long[] some, int needed) {
            return needed <= some.length
                    ? some
                    : Arrays.copyOf(some, Math.max(needed, 2 * some.length));
        }
    }
}
