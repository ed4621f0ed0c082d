package io.terge.spi.method;

/**
 * Makes one number out of one of each input.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ElementFunction {

    /**
     * Merges one element.
     *
     * @param values the element in each input, in the order of the request; yours during the call,
     *     to sort or change, but not to keep
     * @param weights the inputs' weights; do not change them
     */
    double apply(double[] values, double[] weights);
}
