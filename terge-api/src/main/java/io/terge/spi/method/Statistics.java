package io.terge.spi.method;

import java.util.List;

/**
 * The inputs of one parameter, and what can be learned of their numbers before the output is
 * decided. Every statistic reads all inputs once more, which the method's {@link Access} has to
 * tell, and has the same bits on any number of threads and with any amount of memory.
 *
 * <p>Statistics are gathered on the thread that the method was called on, before it returns, one
 * after the other: not in a block or a reduction. What says what the parameter is ({@link #inputs},
 * {@link #options}, {@link #weights}) may be asked at any time, on any thread.
 *
 * @since 0.1
 */
public interface Statistics {

    /** The models that hold this parameter, in the order of the request. */
    List<MergeInput> inputs();

    /** The options' values for this parameter, but for those per model. */
    MethodOptions options();

    /**
     * Gathers a statistic of the whole inputs, and of the base where the method uses it.
     *
     * @throws IllegalStateException if the method's {@link Access} does not allow another pass
     */
    <A> A reduce(Reduction<A> reduction);

    /**
     * As {@link #reduce}, but every block is one whole row of the last dimension.
     *
     * @throws IllegalStateException as {@link #reduce}, and if the method's {@link Access} does not
     *     say that it looks at rows
     */
    <A> A reduceRows(Reduction<A> reduction);

    /**
     * The inner products of all inputs: {@code gram()[i][j]} is the sum of {@code input[i] *
     * input[j]} over all elements, so its diagonal has the squares of the norms.
     *
     * @return a symmetric matrix with a row for each input
     * @throws IllegalStateException as {@link #reduce}
     */
    double[][] gram();

    /**
     * The inner products of all task vectors, which are the inputs less the base; see {@link
     * #gram}.
     *
     * @return a symmetric matrix with a row for each input
     * @throws IllegalStateException as {@link #reduce}, and if the method's {@link Access} does not
     *     say that it uses the base
     */
    double[][] taskVectorGram();

    /**
     * Tells something that whoever reads the report should know, such as {@code "anti-parallel:
     * fell back to linear"}. It lands in report and lineage with the parameter's name.
     */
    void note(String what);

    /** The inputs' weights, in the order of {@link #inputs()}. A new array each time. */
    default double[] weights() {
        return inputs().stream().mapToDouble(MergeInput::weight).toArray();
    }
}
