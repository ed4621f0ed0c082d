package io.terge.methods.arithmetic;

import io.terge.spi.method.Block;
import io.terge.spi.method.Reduction;

/**
 * Counts the rows whose ratio is not that of Model Stock's formula, and all rows.
 *
 * @param inputs how many inputs there are
 * @param clamps whether the ratio is limited
 */
record ChangedRatios(int inputs, boolean clamps) implements Reduction<long[]> {

    @Override
    public long[] start() {
        return new long[2];
    }

    @Override
    public long[] add(long[] soFar, Block block) {
        soFar[0] += StockRatio.of(products(block, inputs), clamps).change().isPresent() ? 1 : 0;
        soFar[1]++;
        return soFar;
    }

    @Override
    public long[] join(long[] left, long[] right) {
        left[0] += right[0];
        left[1] += right[1];
        return left;
    }

    @Override
    public boolean isExact() {
        return true;
    }

    /** Makes task vectors of a block's inputs, and returns their inner products. */
    static double[][] products(Block block, int inputs) {
        double[] base = block.base();
        int length = block.length();
        for (int i = 0; i < inputs; i++) {
            double[] vector = block.input(i);
            for (int e = 0; e < length; e++) {
                vector[e] -= base[e];
            }
        }
        double[][] products = new double[inputs][inputs];
        for (int i = 0; i < inputs; i++) {
            for (int j = i; j < inputs; j++) {
                products[i][j] = VectorSums.product(block.input(i), block.input(j), length);
                products[j][i] = products[i][j];
            }
        }
        return products;
    }
}
