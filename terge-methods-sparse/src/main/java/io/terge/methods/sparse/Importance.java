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

    /** Returns one vector, in the array of the input. */
    @Override
    public double[][] of(Block block) {
        fill(block.input(0), block);
        return new double[][] {block.input(0)};
    }

    /**
     * Computes the importance of the elements of a block.
     *
     * @param values gets it; may be an array of the block
     */
    void fill(double[] values, Block block) {
        int length = block.length();
        int e = 0;
        while (e < length) {
            long index = block.start() + e;
            int end = (int) Math.min(length, e + columns - index % columns);
            fill(values, e, end, block, divergences[(int) (index / columns)]);
            e = end;
        }
    }

    /** Returns the importance of changes in blocks that are whole rows, in the input's array. */
    static double[][] ofRow(Block row) {
        fillRow(row.input(0), row);
        return new double[][] {row.input(0)};
    }

    /** Computes the importance of the elements of a row: see {@link #fill}. */
    static void fillRow(double[] values, Block row) {
        int length = row.length();
        double divergence = new Divergence().of(row.input(0), row.base(), length);
        fill(values, 0, length, row, divergence);
    }

    private static void fill(double[] values, int from, int to, Block block, double divergence) {
        double[] input = block.input(0);
        double[] base = block.base();
        for (int e = from; e < to; e++) {
            values[e] = Math.abs(input[e] - base[e]) * divergence;
        }
    }
}
