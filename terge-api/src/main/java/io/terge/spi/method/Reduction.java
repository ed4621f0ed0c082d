package io.terge.spi.method;

import io.terge.spi.method.ModelSurvey.ModelReduction;
import io.terge.spi.method.ModelSurvey.Parameter;

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
public interface Reduction<A> extends ModelReduction<A> {

    /**
     * Adds a block.
     *
     * @param soFar the statistic of the blocks before it in the same run
     * @param block the next block, without {@link Block#output() output}; valid during this call
     *     only
     * @return the statistic including the block; may be {@code soFar} itself
     */
    A add(A soFar, Block block);

    /** Adds a block of any parameter. */
    @Override
    default A add(A soFar, Parameter parameter, Block block) {
        return add(soFar, block);
    }
}
