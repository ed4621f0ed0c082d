package io.terge.spi;

import io.terge.tensor.ParameterSpec;

import java.util.List;

/**
 * All that a method is given to merge one parameter: the inputs, verbs that look at whole tensors,
 * and the verbs that write the output. The engine reads, decodes, rounds once, and writes; blocks
 * may be worked on in any order and on any thread.
 *
 * <p>A method calls one of the writing verbs exactly once: {@link #combine}, {@link
 * #combineWithBase}, {@link #forEachBlock}, {@link #forEachRow} or {@link #write}. Before that it
 * may look at whole tensors: {@link #reduce}, {@link #gram} and {@link #taskVectorGram} read all
 * inputs once more each, which the {@linkplain MethodDescription#passes description} has to tell,
 * and give the same bits every time. Many published methods are a statistic and a linear
 * combination whose coefficients follow from it. No verb is called within a function that is given
 * to another: the engine refuses it.
 *
 * @since 0.1
 */
public interface ParameterMerge {

    /** The output's header. */
    ParameterSpec spec();

    /** The models that hold this parameter, in the order of the request. */
    List<MergeInput> inputs();

    /** The options' values for this parameter. */
    MethodOptions options();

    /**
     * Writes the linear combination of the inputs: the sum of {@code coefficients[i] * input[i]}.
     *
     * @param coefficients one for each input
     * @throws IllegalArgumentException if there are more or fewer of them
     */
    void combine(double... coefficients);

    /**
     * Writes the linear combination of base and inputs: {@code base * x + } the sum of {@code
     * coefficients[i] * input[i]}.
     *
     * @param base the base's coefficient
     * @param coefficients one for each input
     * @throws IllegalArgumentException if there are more or fewer of them
     * @throws IllegalStateException if the method's description does not say that it uses the base
     */
    void combineWithBase(double base, double... coefficients);

    /**
     * Writes the output block by block.
     *
     * @param function fills the output of a block from its inputs; called on several threads at
     *     once, so it keeps nothing between calls
     */
    void forEachBlock(BlockFunction function);

    /**
     * Writes the output row by row: as {@link #forEachBlock}, but every block is one whole row of
     * the last dimension. A tensor without dimensions is one row.
     *
     * @param function fills the output of a row from its inputs; called on several threads at once
     * @throws IllegalStateException if the method's description does not say that it looks at rows
     */
    void forEachRow(BlockFunction function);

    /**
     * Writes these values.
     *
     * @param values all elements of the output, row by row
     * @throws IllegalArgumentException if there are more or fewer of them
     * @throws IllegalStateException if the method's description does not say that it looks at whole
     *     tensors
     */
    void write(double[] values);

    /**
     * Gathers a statistic of the whole inputs, and of the base where the method uses it.
     *
     * @throws IllegalStateException if that is one pass more than the method's description says
     */
    <A> A reduce(Reduction<A> reduction);

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
     * @throws IllegalStateException as {@link #reduce}, and if the method's description does not
     *     say that it uses the base
     */
    double[][] taskVectorGram();

    /**
     * A whole input. It is read each time that this is called.
     *
     * @param input its place in {@link #inputs()}
     * @throws IllegalStateException if the method's description does not say that it looks at whole
     *     tensors
     */
    Matrix matrix(int input);

    /**
     * The whole base; see {@link #matrix}.
     *
     * @throws IllegalStateException as {@link #matrix}, and if the method's description does not
     *     say that it uses the base
     */
    Matrix baseMatrix();

    /** The inputs' weights, in the order of {@link #inputs()}. A new array each time. */
    default double[] weights() {
        return inputs().stream().mapToDouble(MergeInput::weight).toArray();
    }
}
