package io.terge.methods.sparse.part;

/**
 * How the sign of an element is elected, with which task vectors must agree to contribute.
 *
 * @since 0.1
 */
public enum Consensus {
    /** There is no election: all contribute. */
    NONE,
    /** The sign of the weighted sum; positive if it is 0. */
    SUM,
    /** The sign that more task vectors have, with the signs of their weights; positive if equal. */
    COUNT
}
