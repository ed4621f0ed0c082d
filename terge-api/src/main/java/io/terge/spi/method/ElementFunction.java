package io.terge.spi.method;

/**
 * Computes one element of the output from the same element of each input.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ElementFunction {

    /**
     * Merges one element.
     *
     * @param values the element in each input, in the order of the request; may be sorted or
     *     changed, but not kept after the call
     * @param weights the inputs' weights, in the same order; must not be changed
     */
    double apply(double[] values, double[] weights);
}
