package io.terge.methods.sparse.part;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the elements of largest magnitude in task vectors, exactly, without sorting and without
 * holding them: counts how many elements have which leading bits, and looks more closely at those
 * with the bits of the element that is sought.
 *
 * <p>Magnitudes are compared as the bits of a {@code double}, 16 at a time, so that four passes
 * find any; a range of bits with a single value in it ends the search, which task vectors of short
 * types reach after two. Of equal elements at the cut the first are taken, which takes one pass
 * more, or two for more than 65,536 elements. Without a cut among equals there is none. Of small
 * vectors, all elements are gathered and sorted, in one pass.
 *
 * @since 0.1
 */
public final class Selection {

    /** The maximum number of passes. */
    public static final int PASSES = 6;

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
     * @param vectors the task vectors
     * @param sought what is sought, in any order
     * @return a cut for each
     */
    public static List<Cut> of(Vectors vectors, List<Sought> sought) {
        List<Search> searches =
                sought.stream().map(each -> new Search(each, vectors.sizes())).toList();
        while (searches.stream().anyMatch(Search::isOpen)) {
            long[][] counts = vectors.count(new Open(searches));
            for (int i = 0; i < searches.size(); i++) {
                searches.get(i).narrow(counts[i]);
            }
        }
        List<Cut> cuts = new ArrayList<>();
        searches.forEach(search -> cuts.add(search.cut()));
        return cuts;
    }

    /** Counts for all searches that are not at their end. */
    private record Open(List<Search> searches) implements Vectors.Counter {

        @Override
        public long[][] start() {
            long[][] counts = new long[searches.size()][];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = searches.get(i).start();
            }
            return counts;
        }

        @Override
        public void add(
                long[][] counts,
                int vector,
                long start,
                double[] input,
                double[] base,
                int length) {
            for (int i = 0; i < counts.length; i++) {
                Search search = searches.get(i);
                if (search.isIn(vector) && search.isOpen()) {
                    search.add(counts, i, start, input, base, length);
                }
            }
        }

        @Override
        public void join(long[][] counts, long[][] others) {
            for (int i = 0; i < counts.length; i++) {
                searches.get(i).join(counts, i, others[i]);
            }
        }
    }
}
