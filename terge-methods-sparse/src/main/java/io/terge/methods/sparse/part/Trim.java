package io.terge.methods.sparse.part;

import java.util.List;

/**
 * Keeps the elements of each task vector whose magnitude is above one cut, but not above another.
 *
 * @param kept for each input: which elements are large enough
 * @param outliers for each input: which elements are too large; empty if none is
 * @since 0.1
 */
public record Trim(List<Cut> kept, List<Cut> outliers) implements Sparsifier {

    public Trim {
        kept = List.copyOf(kept);
        outliers = List.copyOf(outliers);
    }

    /** Returns the trim that keeps the elements of largest magnitude. */
    public static Trim byMagnitude(List<Cut> kept) {
        return new Trim(kept, List.of());
    }

    @Override
    public void apply(int input, long start, double[] vector, int length) {
        Cut above = outliers.isEmpty() ? Cut.none() : outliers.get(input);
        kept.get(input).clearOthers(above, vector, start, vector, length);
    }
}
