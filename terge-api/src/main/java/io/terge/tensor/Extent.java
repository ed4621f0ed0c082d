package io.terge.tensor;

/**
 * How much of a tensor is looked at at a time, which is what has to be in memory.
 *
 * @since 0.1
 */
public enum Extent {
    /** Some elements: memory does not depend on the tensor. */
    BLOCK,
    /** A whole row of the last dimension: memory grows with the length of a row. */
    ROW,
    /** All elements: memory grows with the tensor. */
    TENSOR
}
