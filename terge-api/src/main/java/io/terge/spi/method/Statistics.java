package io.terge.spi.method;

import java.util.List;

/**
 * The inputs of one parameter, and statistics of their values. Every statistic is one more pass
 * over all inputs, which the method's {@link Access} must declare. It has the same bits for any
 * number of threads and any amount of memory.
 *
 * <p>Gather statistics one after the other, on the thread that called the method and before it
 * returns, not in a block, row or reduction; otherwise they throw {@link IllegalStateException}.
 * {@link #inputs}, {@link #options} and {@link #weights} may be called at any time, on any thread.
 *
 * @since 0.1
 */
public interface Statistics {

    /**
     * The models that have this parameter, in the order of the request, without a base that is
     * read.
     */
    List<MergeInput> inputs();

    /** The values of the options for this parameter, except those per model. */
    MethodOptions options();

    /**
     * Gathers a statistic of all elements of the inputs, and of the base if the method's {@link
     * Access} declares it.
     *
     * @throws IllegalStateException if the method's {@link Access} does not declare another pass
     */
    <A> A reduce(Reduction<A> reduction);

    /**
     * Gathers a statistic as {@link #reduce}, but each block is one whole row of the last
     * dimension.
     *
     * @throws IllegalStateException as {@link #reduce}, and if the method's {@link Access} does not
     *     declare rows
     */
    <A> A reduceRows(Reduction<A> reduction);

    /**
     * Gathers a statistic of a sample, for estimates such as a first guess of a threshold: of a
     * tensor of up to 16,384 elements all of them, of a larger one about one element in 128, up to
     * 524,288, in short blocks spread evenly over the tensor. Always the same elements. Not a pass.
     *
     * @throws IllegalStateException if the method has returned, or this is not its thread
     */
    <A> A sample(Reduction<A> reduction);

    /**
     * Computes the inner products of all pairs of inputs: {@code gram()[i][j]} is the sum of {@code
     * input[i] * input[j]} over all elements, so the diagonal contains the squared norms.
     *
     * @return a new symmetric matrix with a row for each input
     * @throws IllegalStateException as {@link #reduce}
     */
    double[][] gram();

    /**
     * Computes the inner products of all pairs of task vectors (inputs minus base); see {@link
     * #gram}.
     *
     * @return a new symmetric matrix with a row for each input
     * @throws IllegalStateException as {@link #reduce}, and if the method's {@link Access} does not
     *     declare the base
     */
    double[][] taskVectorGram();

    /**
     * Adds a note for the user to the lineage of this parameter, such as {@code "anti-parallel:
     * fell back to linear"}.
     */
    void note(String what);

    /** Returns the inputs' weights, in the order of {@link #inputs()}, in a new array. */
    default double[] weights() {
        List<MergeInput> inputs = inputs();
        double[] weights = new double[inputs.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = inputs.get(i).weight();
        }
        return weights;
    }
}
