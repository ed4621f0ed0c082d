package io.terge.spi.method;

/**
 * What the weights of a request mean to a method.
 *
 * @since 0.1
 */
public enum Weighting {
    /** Shares of a whole: divided by their sum over the models that hold the parameter. */
    RELATIVE,
    /** Factors: used as they are. */
    ABSOLUTE
}
