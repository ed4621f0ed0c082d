package io.terge.spi;

import io.terge.tensor.ParameterSpec;

import java.util.List;

/**
 * All that a method is given to merge one parameter: the inputs, and the verbs that write the
 * output. The engine reads, decodes, rounds once, and writes; blocks may be worked on in any order
 * and on any thread.
 *
 * <p>A method calls one of the writing verbs, {@link #combine} or {@link #forEachBlock}, exactly
 * once.
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

    /** The inputs' weights, in the order of {@link #inputs()}. A new array each time. */
    default double[] weights() {
        return inputs().stream().mapToDouble(MergeInput::weight).toArray();
    }
}
