package io.terge.methods.sparse;

import io.terge.spi.method.Block;
import io.terge.spi.method.Reduction;

/**
 * Counts the elements in which models differ.
 *
 * @param variance how much they differ
 */
record VaryingElements(Variance variance) implements Reduction<Long> {

    @Override
    public Long start() {
        return 0L;
    }

    @Override
    public Long add(Long soFar, Block block) {
        long count = 0;
        for (double value : variance.of(block)[0]) {
            count += value != 0 ? 1 : 0;
        }
        return soFar + count;
    }

    @Override
    public Long join(Long left, Long right) {
        return left + right;
    }

    @Override
    public boolean isExact() {
        return true;
    }
}
