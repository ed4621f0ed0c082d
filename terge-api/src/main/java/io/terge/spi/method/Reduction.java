package io.terge.spi.method;

/**
 * A statistic of whole tensors, such as a norm or a histogram, gathered block by block.
 *
 * <p>The engine cuts the tensor into runs of blocks. Both have a fixed size, whatever the number of
 * threads and the memory: each run is gathered from its start, in order, by one thread; then
 * neighbours are joined two by two until one is left. So a statistic has the same bits every time.
 *
 * @param <A> what is gathered; may be an object that changes, as no run shares it with another
 * @since 0.1
 */
public interface Reduction<A> {

    /** Returns the statistic of nothing: a new one each time, if it can change. */
    A start();

    /**
     * Adds a block.
     *
     * @param soFar the statistic of the blocks before it in its run
     * @param block the next block; it has no {@link Block#output() output}
     * @return the statistic of both: may be {@code soFar}, changed
     */
    A add(A soFar, Block block);

    /**
     * Joins two runs.
     *
     * @param left the statistic of some blocks
     * @param right the statistic of the blocks behind them
     * @return the statistic of both: may be one of them, changed
     */
    A join(A left, A right);

    /**
     * Whether the result is the same, bit for bit, in whatever order blocks are added and joined,
     * as that of counts and maxima is. Then each thread gathers one statistic, and not each run:
     * say so where one is large, such as a histogram.
     */
    default boolean isExact() {
        return false;
    }
}
