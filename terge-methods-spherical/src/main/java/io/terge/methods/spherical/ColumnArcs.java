package io.terge.methods.spherical;

import io.terge.spi.method.Block;

/**
 * Two models interpolated column by column.
 *
 * @param first the coefficients of the first model
 * @param second the coefficients of the second model
 * @param lines how many columns have no arc
 */
record ColumnArcs(double[] first, double[] second, long lines) {

    static ColumnArcs of(ColumnSums sums, double t) {
        double[] first = new double[sums.columns()];
        double[] second = new double[sums.columns()];
        long lines = 0;
        for (int c = 0; c < first.length; c++) {
            Arc arc = Arc.of(sums.squaredFirst(c), sums.squaredSecond(c), sums.product(c), t, 1);
            first[c] = arc.first();
            second[c] = arc.second();
            lines += arc.kind().isLine() ? 1 : 0;
        }
        return new ColumnArcs(first, second, lines);
    }

    /** Computes a block of the output. */
    void write(Block block, boolean hasBase) {
        double[][] vectors = Vectors.of(block, hasBase);
        double[] left = vectors[0];
        double[] right = vectors[1];
        double[] output = block.output();
        int length = block.length();
        int column = (int) (block.start() % first.length);
        for (int e = 0; e < length; e++) {
            output[e] = first[column] * left[e] + second[column] * right[e];
            column++;
            column = column == first.length ? 0 : column;
        }
        Vectors.addBase(block, hasBase);
    }
}
