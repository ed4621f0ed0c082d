package io.terge.methods.sparse.part;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the elements of largest magnitude in vectors, such as task vectors or the values of another
 * {@link Measure}, exactly, without sorting and without holding them: counts how many elements have
 * which leading bits, and looks more closely at those with the bits of the element that is sought.
 * Signs are ignored, so a measure that ranks signed values must first make them positive.
 *
 * <p>Magnitudes are compared as the bits of a {@code double}, 16 at a time. As soon as few elements
 * are left, which mostly is after the first pass, the next gathers them with their indices and
 * finds the last one that is kept, the first of equal ones. Where many are equal, four passes find
 * any magnitude; a range of bits with a single value in it ends that search. Their indices take one
 * pass more, two for more than 2^16 elements, and three for more than 2^32. Of small vectors, all
 * elements are gathered, in one pass.
 *
 * <p>Of large vectors, a sample tells about where the cut is. One pass gathers the elements there
 * and counts those that are larger, which proves that the cut is among them; if it is not, the
 * search starts as without a sample.
 *
 * @since 0.1
 */
public final class Selection {

    /** The maximum number of passes that find magnitudes. */
    public static final int MAGNITUDE_PASSES = 5;

    /** The maximum number of passes that find cuts, of vectors of up to 2^48 elements. */
    public static final int PASSES = 8;

    /** How many elements are gathered at most, for all searches together: 8 MiB. */
    private static final long CANDIDATES = 1 << 19;

    private Selection() {}

    /**
     * What is sought.
     *
     * @param vector in which vector
     * @param count how many elements are kept; not negative
     */
    public record Sought(int vector, long count) {}

    /**
     * The number of elements that a density keeps: {@code floor(density * elements)}.
     *
     * @param density from 0 to 1
     */
    public static long count(double density, long elements) {
        return (long) (density * elements);
    }

    /**
     * Finds the cuts.
     *
     * @param vectors the vectors
     * @param sought what is sought, in any order
     * @return a cut for each
     */
    public static List<Cut> of(Vectors vectors, List<Sought> sought) {
        return of(vectors, sought, CANDIDATES);
    }

    /**
     * Finds the cuts.
     *
     * @param candidates how many elements are gathered at most
     */
    static List<Cut> of(Vectors vectors, List<Sought> sought, long candidates) {
        return searched(vectors, sought, candidates, true).stream().map(Search::cut).toList();
    }

    /**
     * Finds magnitudes: of each vector that of the element that is the last of the largest ones.
     * Takes {@value #MAGNITUDE_PASSES} passes at most.
     *
     * @param vectors the vectors
     * @param sought what is sought, in any order; each count is from 1 to the size of the vector
     * @return a magnitude for each
     */
    public static double[] magnitudes(Vectors vectors, List<Sought> sought) {
        return searched(vectors, sought, CANDIDATES, false).stream()
                .mapToDouble(Search::magnitude)
                .toArray();
    }

    private static List<Search> searched(
            Vectors vectors, List<Sought> sought, long candidates, boolean needsIndices) {
        long most = candidates / Math.max(1, sought.size());
        List<Search> searches =
                sought.stream()
                        .map(each -> new Search(each, vectors.sizes(), most, needsIndices))
                        .toList();
        Sample.of(vectors).ifPresent(sample -> searches.forEach(search -> search.guess(sample)));
        while (searches.stream().anyMatch(Search::isOpen)) {
            Open open = Open.of(searches);
            long[][] counts = vectors.count(open);
            for (int i = 0; i < searches.size(); i++) {
                searches.get(i).narrow(counts[open.counting()[i]]);
            }
        }
        return searches;
    }

    /**
     * Counts for all searches that are not at their end.
     *
     * @param searches the searches
     * @param counting for each, which one counts for it: those that have seen nothing of a vector
     *     count the same
     */
    private record Open(List<Search> searches, int[] counting) implements Vectors.Counter {

        static Open of(List<Search> searches) {
            int[] counting = new int[searches.size()];
            Arrays.setAll(counting, i -> i);
            for (int i = 0; i < counting.length; i++) {
                for (int j = i - 1; j >= 0; j--) {
                    if (searches.get(i).countsAs(searches.get(j))) {
                        counting[i] = j;
                    }
                }
            }
            return new Open(searches, counting);
        }

        private boolean counts(int search) {
            return counting[search] == search && searches.get(search).isOpen();
        }

        @Override
        public long[][] start() {
            long[][] counts = new long[searches.size()][];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = counts(i) ? searches.get(i).start() : Candidates.none();
            }
            return counts;
        }

        @Override
        public void add(long[][] counts, int vector, long start, double[] values, int length) {
            int i = 0;
            while (i < counts.length) {
                int next = next(i + 1, vector);
                if (!isAsked(i, vector)) {
                    i = next;
                } else if (areGathering(i, next)) {
                    Candidates one = searches.get(i).candidates().orElseThrow();
                    Candidates other = searches.get(next).candidates().orElseThrow();
                    Candidates.addTo(counts, one, i, other, next, start, values, length);
                    i = next(next + 1, vector);
                } else {
                    searches.get(i).add(counts, i, start, values, length);
                    i = next;
                }
            }
        }

        private boolean isAsked(int search, int vector) {
            return searches.get(search).isIn(vector) && counts(search);
        }

        private int next(int from, int vector) {
            int next = from;
            while (next < searches.size() && !isAsked(next, vector)) {
                next++;
            }
            return next;
        }

        private boolean areGathering(int one, int other) {
            return other < searches.size()
                    && searches.get(one).candidates().isPresent()
                    && searches.get(other).candidates().isPresent();
        }

        @Override
        public void join(long[][] counts, long[][] others) {
            for (int i = 0; i < counts.length; i++) {
                if (counts(i)) {
                    searches.get(i).join(counts, i, others[i]);
                }
            }
        }
    }
}
