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
        double[] output = row.output();
        int length = row.length();
        double[] first = vectors[0];
        double[] second = vectors[1];
        for (int e = 0; e < length; e++) {
            output[e] = arc.first() * first[e] + arc.second() * second[e];
        }
        if (hasBase) {
            double[] base = row.base();
            for (int e = 0; e < length; e++) {
                // A sum of -0 becomes 0, so that a base of -0 stays.
                output[e] = base[e] - (0.0 + output[e]);
            }
        }
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
        boolean isLine = arc(Vectors.of(row, hasBase), row.length()).kind().isLine();
        soFar[0] += isLine ? 1 : 0;
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
