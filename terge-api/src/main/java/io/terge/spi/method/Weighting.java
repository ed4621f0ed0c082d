package io.terge.spi.method;

/**
 * How a method uses the weights of a request.
 *
 * @since 0.1
 */
public enum Weighting {
    /** Relative to each other: divided by their sum over the models that have the parameter. */
    RELATIVE,
    /** As requested, not normalised. */
    ABSOLUTE
}
