package io.terge.methods.sparse;

import io.terge.spi.method.Block;
import io.terge.spi.method.Reduction;

/**
 * The divergence of each row of a model from that of the base.
 *
 * @param rows the number of rows
 */
record RowDivergences(int rows) implements Reduction<double[]> {

    @Override
    public double[] start() {
        return new double[rows];
    }

    @Override
    public double[] add(double[] soFar, Block row) {
        int length = row.length();
        soFar[(int) (row.start() / length)] = Divergence.of(row.input(0), row.base(), length);
        return soFar;
    }

    /** Each row is in one of both, and 0 in the other. */
    @Override
    public double[] join(double[] left, double[] right) {
        for (int row = 0; row < rows; row++) {
            left[row] += right[row];
        }
        return left;
    }

    @Override
    public boolean isExact() {
        return true;
    }
}
