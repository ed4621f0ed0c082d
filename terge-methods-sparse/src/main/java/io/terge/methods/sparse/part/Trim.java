package io.terge.methods.sparse.part;

import java.util.Arrays;
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
        drop(kept.get(input), false, start, vector, length);
        if (!outliers.isEmpty()) {
            drop(outliers.get(input), true, start, vector, length);
        }
    }

    /** Drops what the cut keeps, or what it does not keep. */
    private static void drop(Cut cut, boolean whatIsKept, long start, double[] vector, int length) {
        if (whatIsKept ? cut.isNone() : cut.isAll()) {
            return;
        }
        if (whatIsKept ? cut.isAll() : cut.isNone()) {
            Arrays.fill(vector, 0, length, 0);
            return;
        }
        double magnitude = cut.magnitude();
        long last = cut.last() - start;
        for (int e = 0; e < length; e++) {
            double size = Math.abs(vector[e]);
            boolean isKept = !(size <= magnitude) || (size == magnitude && e <= last);
            if (isKept == whatIsKept) {
                vector[e] = 0;
            }
        }
    }
}
