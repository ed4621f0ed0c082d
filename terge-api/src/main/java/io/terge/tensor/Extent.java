package io.terge.tensor;

/**
 * How much of a tensor must be in memory at a time.
 *
 * @since 0.1
 */
public enum Extent {
    /** Some elements: the memory does not depend on the tensor. */
    BLOCK,
    /** A row of the last dimension: the memory grows with the length of a row. */
    ROW,
    /** All elements: the memory grows with the size of the tensor. */
    TENSOR
}
