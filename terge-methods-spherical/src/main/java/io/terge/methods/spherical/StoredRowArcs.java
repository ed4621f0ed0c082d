package io.terge.methods.spherical;

import io.terge.spi.method.Block;
import io.terge.spi.method.Reduction;

/**
 * Two models interpolated row by row, whose coefficients are computed once and kept.
 *
 * @param arcs computes them
 * @param rows how many rows there are
 * @param columns the length of a row
 */
record StoredRowArcs(RowArcs arcs, int rows, long columns)
        implements Reduction<StoredRowArcs.Coefficients> {

    /**
     * The coefficients of the rows that one thread has read, 0 for others.
     *
     * @param first those of the first model
     * @param second those of the second model
     * @param lines in one element: how many of these rows have no arc
     */
    record Coefficients(double[] first, double[] second, long[] lines) {}

    @Override
    public Coefficients start() {
        return new Coefficients(new double[rows], new double[rows], new long[1]);
    }

    @Override
    public Coefficients add(Coefficients soFar, Block row) {
        Arc arc = arcs.arc(row);
        int index = (int) (row.start() / columns);
        soFar.first[index] = arc.first();
        soFar.second[index] = arc.second();
        soFar.lines[0] += arc.kind().isLine() ? 1 : 0;
        return soFar;
    }

    @Override
    public Coefficients join(Coefficients left, Coefficients right) {
        for (int row = 0; row < rows; row++) {
            left.first[row] += right.first[row];
            left.second[row] += right.second[row];
        }
        left.lines[0] += right.lines[0];
        return left;
    }

    @Override
    public boolean isExact() {
        return true;
    }

    /** Computes a block of the output. */
    void write(Coefficients coefficients, Block block) {
        double[][] vectors = Vectors.of(block, arcs.hasBase());
        double[] output = block.output();
        int length = block.length();
        int e = 0;
        while (e < length) {
            long index = block.start() + e;
            int row = (int) (index / columns);
            int end = (int) Math.min(length, e + columns - index % columns);
            double first = coefficients.first[row];
            double second = coefficients.second[row];
            RowArcs.combine(first, second, vectors, output, e, end);
            e = end;
        }
        Vectors.addBase(block, arcs.hasBase());
    }
}
