package io.terge.methods.sparse.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the elements of largest magnitude in vectors, such as task vectors or the values of another
 * {@link Measure}, exactly, without sorting and without holding them: counts elements by their
 * leading bits, and looks more closely at those with the bits of the element that is sought. Signs
 * are ignored, so a measure that ranks signed values must first make them positive.
 *
 * <p>Magnitudes are compared as the bits of a {@code double}, 16 at a time. As soon as few elements
 * are left, which mostly is after the first pass, the next gathers them with their indices and
 * finds the last one that is kept, the first of equal ones. Where many are equal, four passes find
 * any magnitude; a range of bits with a single value in it ends that search. Their indices take one
 * pass more, two for more than 2^16 elements, and three for more than 2^32. Of small vectors, all
 * elements are gathered, in one pass.
 *
 * <p>Of large vectors, a sample shows roughly where the cut is. One pass gathers the elements there
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
     * @param gathering the searches that gather candidates, by vector
     */
    private record Open(
            List<Search> searches, int[] counting, Map<Integer, List<Integer>> gathering)
            implements Vectors.Counter {

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
            Open open = new Open(searches, counting, new HashMap<>());
            for (int i = 0; i < counting.length; i++) {
                open.gatherFor(i);
            }
            return open;
        }

        private void gatherFor(int search) {
            if (counts(search) && searches.get(search).candidates().isPresent()) {
                int vector = searches.get(search).vector();
                gathering.computeIfAbsent(vector, any -> new ArrayList<>()).add(search);
            }
        }

        private boolean counts(int search) {
            return counting[search] == search && searches.get(search).isOpen();
        }

        @Override
        public long[][] start() {
            int count = searches.size();
            long[][] counts = new long[count + 2][];
            for (int i = 0; i < count; i++) {
                counts[i] = counts(i) ? searches.get(i).start() : Candidates.none();
            }
            // To work with: of each thread its own, as counts are.
            int room = gathering.isEmpty() ? 0 : Gathering.STRETCH;
            counts[count] = new long[room];
            counts[count + 1] = new long[room];
            return counts;
        }

        @Override
        public void add(long[][] counts, int vector, long start, double[] values, int length) {
            List<Gathering> ranges = new ArrayList<>();
            for (int place : gathering.getOrDefault(vector, List.of())) {
                Optional<Candidates> range = searches.get(place).candidates();
                range.flatMap(some -> some.gathering(counts, place, length)).ifPresent(ranges::add);
            }
            int count = searches.size();
            if (!ranges.isEmpty()) {
                long[] magnitudes = counts[count];
                Gathering.addAll(ranges, start, values, length, magnitudes, counts[count + 1]);
            }
            for (int i = 0; i < count; i++) {
                Search search = searches.get(i);
                if (search.vector() == vector && counts(i) && search.candidates().isEmpty()) {
                    search.count(counts[i], start, values, length);
                }
            }
        }

        @Override
        public void join(long[][] counts, long[][] others) {
            for (int i = 0; i < searches.size(); i++) {
                if (counts(i)) {
                    searches.get(i).join(counts, i, others[i]);
                }
            }
        }
    }
}
