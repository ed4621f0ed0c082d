package io.terge.methods.arithmetic;

import io.terge.spi.method.Block;
import io.terge.spi.method.BlockFunction;

/**
 * The mean of the middle values of equally weighted inputs, for each element. Whole blocks are
 * compared and exchanged, which the JIT compiler makes vector code of; a NaN spreads to all inputs.
 *
 * @param inputs how many inputs there are
 * @param trimmed how many of the smallest and of the largest values are left out
 */
record SortedRows(int inputs, int trimmed) implements BlockFunction {

    /** Whether all weights are the same. */
    static boolean areEqual(double[] weights) {
        for (double weight : weights) {
            if (weight != weights[0]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void apply(Block block) {
        double[][] rows = new double[inputs][];
        for (int i = 0; i < inputs; i++) {
            rows[i] = block.input(i);
        }
        int length = block.length();
        // Neighbours are exchanged as often as there are inputs: then all are in order.
        for (int round = 0; round < inputs; round++) {
            for (int i = round % 2; i + 1 < inputs; i += 2) {
                exchange(rows[i], rows[i + 1], length);
            }
        }
        mean(rows, block.output(), length);
    }

    private static void exchange(double[] low, double[] high, int length) {
        for (int e = 0; e < length; e++) {
            double left = low[e];
            double right = high[e];
            low[e] = Math.min(left, right);
            high[e] = Math.max(left, right);
        }
    }

    private void mean(double[][] rows, double[] output, int length) {
        int end = inputs - trimmed;
        if (end - trimmed == 1) {
            System.arraycopy(rows[trimmed], 0, output, 0, length);
            return;
        }
        double share = 1.0 / (end - trimmed);
        scale(rows[trimmed], share, output, length);
        for (int i = trimmed + 1; i < end; i++) {
            add(rows[i], share, output, length);
        }
    }

    private static void scale(double[] row, double share, double[] output, int length) {
        for (int e = 0; e < length; e++) {
            output[e] = share * row[e];
        }
    }

    private static void add(double[] row, double share, double[] output, int length) {
        for (int e = 0; e < length; e++) {
            output[e] += share * row[e];
        }
    }
}
