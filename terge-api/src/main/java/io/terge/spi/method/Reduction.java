package io.terge.spi.method;

/**
 * Gathers a statistic of whole tensors, such as a norm or a histogram, block by block.
 *
 * <p>The engine cuts the tensor into runs of blocks. The sizes of both do not depend on the number
 * of threads or the memory. One thread gathers a run, in order; then neighbouring runs are joined
 * pairwise until one is left. A statistic therefore has the same bits every time. The methods are
 * called on several threads at once, for different runs.
 *
 * @param <A> the type of the statistic; may be mutable, because runs do not share it
 * @since 0.1
 */
public interface Reduction<A> {

    /** Returns the statistic of no elements: a new object each time, if it is mutable. */
    A start();

    /**
     * Adds a block.
     *
     * @param soFar the statistic of the blocks before it in the same run
     * @param block the next block, without {@link Block#output() output}; valid during this call
     *     only
     * @return the statistic including the block; may be {@code soFar} itself
     */
    A add(A soFar, Block block);

    /**
     * Joins the statistics of two neighbouring runs.
     *
     * @param left the statistic of some blocks
     * @param right the statistic of the blocks that follow them
     * @return the statistic of both; may be one of the arguments
     */
    A join(A left, A right);

    /**
     * Whether the result has the same bits in whatever order blocks are added and joined, as counts
     * and maxima do. The engine then keeps one statistic per thread instead of one per run, which
     * saves memory if a statistic is large, such as a histogram. The default is {@code false}.
     */
    default boolean isExact() {
        return false;
    }
}
