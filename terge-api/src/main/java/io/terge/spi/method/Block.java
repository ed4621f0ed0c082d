package io.terge.spi.method;

/**
 * A range of consecutive elements, at the same position in the output, the inputs and the base.
 *
 * <p>The arrays may be longer than the block: only the first {@link #length()} elements are valid.
 * They are distinct, may be overwritten, and are valid during the call only; the engine reuses them
 * for other blocks. A block must not be used on another thread.
 *
 * @since 0.1
 */
public interface Block {

    /** The index of the first element in the parameter, in row-major order, from 0. */
    long start();

    /** The number of elements. */
    int length();

    /**
     * The values of one input.
     *
     * @param index the index of the input in {@link ParameterMerge#inputs()}
     */
    double[] input(int index);

    /**
     * The values of the base.
     *
     * @throws IllegalStateException if the method's {@link Access} does not declare the base
     */
    double[] base();

    /**
     * The array for the result. The function must set every element up to {@link #length()}; the
     * initial values are undefined.
     *
     * @throws IllegalStateException in a {@link Reduction}, which has no output
     */
    double[] output();
}
