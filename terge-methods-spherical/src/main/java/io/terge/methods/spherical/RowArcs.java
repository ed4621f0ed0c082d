package io.terge.methods.spherical;

import io.terge.spi.method.Block;
import io.terge.spi.method.Reduction;

/**
 * Two models interpolated row by row; as a statistic, the number of rows that have no arc.
 *
 * @param hasBase whether task vectors are interpolated
 * @param t where on the arc
 */
record RowArcs(boolean hasBase, double t) implements Reduction<long[]> {

    /** Computes a row of the output. */
    void write(Block row) {
        double[][] vectors = Vectors.of(row, hasBase);
        Arc arc = arc(vectors, row.length());
        combine(arc.first(), arc.second(), vectors, row.output(), 0, row.length());
        Vectors.addBase(row, hasBase);
    }

    /** Sets a part of the output to a linear combination. */
    static void combine(
            double first, double second, double[][] vectors, double[] output, int from, int to) {
        double[] left = vectors[0];
        double[] right = vectors[1];
        for (int e = from; e < to; e++) {
            output[e] = first * left[e] + second * right[e];
        }
    }

    /** Returns the arc of a row. Overwrites its arrays. */
    Arc arc(Block row) {
        return arc(Vectors.of(row, hasBase), row.length());
    }

    private Arc arc(double[][] vectors, int length) {
        return Arc.of(
                Vectors.product(vectors[0], vectors[0], length),
                Vectors.product(vectors[1], vectors[1], length),
                Vectors.product(vectors[0], vectors[1], length),
                t,
                1);
    }

    @Override
    public long[] start() {
        return new long[1];
    }

    @Override
    public long[] add(long[] soFar, Block row) {
        soFar[0] += arc(row).kind().isLine() ? 1 : 0;
        return soFar;
    }

    @Override
    public long[] join(long[] left, long[] right) {
        left[0] += right[0];
        return left;
    }

    @Override
    public boolean isExact() {
        return true;
    }
}
