package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Measure;
import io.terge.spi.method.Block;

/**
 * The importance of changes: their magnitude times the divergence of their row. Never negative.
 *
 * @param divergences one for each row
 * @param columns the length of a row
 */
record Importance(double[] divergences, long columns) implements Measure {

    /** Returns one vector; leaves the block as it is. */
    @Override
    public double[][] of(Block block) {
        int length = block.length();
        double[] values = new double[length];
        int e = 0;
        while (e < length) {
            long index = block.start() + e;
            int end = (int) Math.min(length, e + columns - index % columns);
            fill(values, e, end, block, divergences[(int) (index / columns)]);
            e = end;
        }
        return new double[][] {values};
    }

    /** Returns the importance of changes in blocks that are whole rows. */
    static double[][] ofRow(Block row) {
        int length = row.length();
        double[] values = new double[length];
        fill(values, 0, length, row, Divergence.of(row.input(0), row.base(), length));
        return new double[][] {values};
    }

    private static void fill(double[] values, int from, int to, Block block, double divergence) {
        double[] input = block.input(0);
        double[] base = block.base();
        for (int e = from; e < to; e++) {
            values[e] = Math.abs(input[e] - base[e]) * divergence;
        }
    }
}
