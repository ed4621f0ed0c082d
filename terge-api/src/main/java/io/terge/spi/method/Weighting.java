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
    ABSOLUTE,
    /**
     * Not at all: the same for any weights. A method is passed equal weights with a sum of 1, and a
     * request that sets others is warned that they have no effect.
     */
    IGNORED
}
