package io.terge.testkit;

/**
 * The order in which a {@link ReferenceMerge} processes blocks. The output of a method must not
 * depend on it.
 *
 * @since 0.1
 */
public enum BlockOrder {
    /** From the first to the last. */
    FORWARD,
    /** From the last to the first. */
    BACKWARD,
    /** Each block starts before the previous one has ended, as with threads, but reproducibly. */
    INTERLEAVED,
    /** On several threads at once. */
    CONCURRENT
}
