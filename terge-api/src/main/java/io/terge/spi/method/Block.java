package io.terge.spi.method;

/**
 * A run of elements, at the same place in the output, the inputs and the base. The arrays may be
 * longer than the block: only the first {@link #length()} places count. They are the block's own
 * and valid during the call only; a function may overwrite them.
 *
 * @since 0.1
 */
public interface Block {

    /** The place of the first element in the parameter, counted in row-major order from 0. */
    long start();

    /** The number of elements. */
    int length();

    /**
     * The values of one input.
     *
     * @param index the input's place in {@link ParameterMerge#inputs()}
     */
    double[] input(int index);

    /**
     * The values of the base.
     *
     * @throws IllegalStateException if the method's {@link Access} does not say that it uses the
     *     base
     */
    double[] base();

    /**
     * Where the result goes: every place up to the length has to be set.
     *
     * @throws IllegalStateException in a {@link Reduction}, which has no result for each element
     */
    double[] output();
}
