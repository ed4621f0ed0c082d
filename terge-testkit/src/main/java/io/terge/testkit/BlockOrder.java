package io.terge.testkit;

/**
 * In which order a {@link ReferenceMerge} works on blocks. A method's result is the same in all.
 *
 * @since 0.1
 */
public enum BlockOrder {
    /** From the first to the last. */
    FORWARD,
    /** From the last to the first. */
    BACKWARD,
    /** Each block begins before the one before it has ended, as if by threads, but repeatably. */
    INTERLEAVED,
    /** On several threads at once. */
    CONCURRENT
}
