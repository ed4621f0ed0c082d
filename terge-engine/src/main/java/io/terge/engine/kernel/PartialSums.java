package io.terge.engine.kernel;

/** The partial sums of an inner product, as {@link Kernel#products} tells of them. */
final class PartialSums {

    static final int COUNT = 16;

    private PartialSums() {}

    /**
     * Adds the products of two vectors to the partial sums. Four sums at a time, which stay in
     * registers.
     */
    static void add(double[] left, double[] right, int count, double[] partial) {
        int whole = count - count % COUNT;
        for (int first = 0; first < COUNT; first += 4) {
            addFour(left, right, first, whole, partial);
        }
        add(left, right, whole, count, partial, 0);
    }

    private static void addFour(
            double[] left, double[] right, int first, int to, double[] partial) {
        double a = partial[first];
        double b = partial[first + 1];
        double c = partial[first + 2];
        double d = partial[first + 3];
        for (int e = first; e < to; e += COUNT) {
            a += left[e] * right[e];
            b += left[e + 1] * right[e + 1];
            c += left[e + 2] * right[e + 2];
            d += left[e + 3] * right[e + 3];
        }
        partial[first] = a;
        partial[first + 1] = b;
        partial[first + 2] = c;
        partial[first + 3] = d;
    }

    /** Adds the products at some places to the partial sums, which start at a place of an array. */
    static void add(
            double[] left, double[] right, int from, int to, double[] partial, int firstPartial) {
        for (int e = from; e < to; e++) {
            partial[firstPartial + e % COUNT] += left[e] * right[e];
        }
    }

    /** Folds the partial sums that start at a place of an array: a tree, written out. */
    static double fold(double[] s, int f) {
        double even =
                ((s[f] + s[f + 8]) + (s[f + 4] + s[f + 12]))
                        + ((s[f + 2] + s[f + 10]) + (s[f + 6] + s[f + 14]));
        double odd =
                ((s[f + 1] + s[f + 9]) + (s[f + 5] + s[f + 13]))
                        + ((s[f + 3] + s[f + 11]) + (s[f + 7] + s[f + 15]));
        return even + odd;
    }
}
