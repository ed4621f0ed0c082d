package io.terge.spi;

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
     * @param values the element in each input; the arrays serve for all elements of a block, so do
     *     not keep them
     * @param weights the inputs' weights; do not change them
     */
    double apply(double[] values, double[] weights);
}
