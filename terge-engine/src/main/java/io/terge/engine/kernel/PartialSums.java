package io.terge.engine.kernel;

/** The partial sums of an inner product, as {@link Kernel#products} tells of them. */
final class PartialSums {

    static final int COUNT = 16;

    private PartialSums() {}

    /** Adds the products at some places to the partial sums, which start at a place of an array. */
    static void add(
            double[] left, double[] right, int from, int to, double[] partial, int firstPartial) {
        for (int e = from; e < to; e++) {
            partial[firstPartial + e % COUNT] += left[e] * right[e];
        }
    }

    /** Folds the partial sums, whose places are used up by that. */
    static double fold(double[] partial, int first) {
        for (int half = COUNT / 2; half > 0; half /= 2) {
            for (int l = first; l < first + half; l++) {
                partial[l] += partial[l + half];
            }
        }
        return partial[first];
    }
}
