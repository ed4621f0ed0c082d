package io.terge.methods.sparse;

import io.terge.methods.sparse.RowDivergences.Found;
import io.terge.spi.method.Block;
import io.terge.spi.method.Reduction;

/**
 * The divergence of each row of a model from that of the base.
 *
 * @param rows the number of rows
 */
record RowDivergences(int rows) implements Reduction<Found> {

    /**
     * What one thread has found.
     *
     * @param rows the divergence of each row, 0 for those that other threads measure
     * @param measure measures them
     */
    record Found(double[] rows, Divergence measure) {}

    @Override
    public Found start() {
        return new Found(new double[rows], new Divergence());
    }

    @Override
    public Found add(Found soFar, Block row) {
        int length = row.length();
        soFar.rows[(int) (row.start() / length)] =
                soFar.measure.of(row.input(0), row.base(), length);
        return soFar;
    }

    /** Each row is in one of both, and 0 in the other. */
    @Override
    public Found join(Found left, Found right) {
        for (int row = 0; row < rows; row++) {
            left.rows[row] += right.rows[row];
        }
        return left;
    }

    @Override
    public boolean isExact() {
        return true;
    }
}
