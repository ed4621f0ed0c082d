package io.terge.spi.method;

import io.terge.tensor.Shape;

import java.util.OptionalInt;

/**
 * The context in which a method decides one output parameter: its name and shape, its inputs, and
 * their statistics. The values of the output are computed later, from the {@link Output} that the
 * method returns.
 *
 * @since 0.1
 */
public interface ParameterMerge extends Statistics {

    /** The output parameter's name. */
    String name();

    /** The shape of the output, of every input and of the base. */
    Shape shape();

    /**
     * The layer that this parameter belongs to: the first dotted part of its name that is a number,
     * the very first part excepted; empty if there is none.
     */
    OptionalInt layer();

    /** The number of layers in the stack of this parameter; 0 if it has no layer. */
    int layers();

    /**
     * Whether there is a base to read: the method's {@link Access} declares it, always or if the
     * request states one.
     */
    boolean hasBase();

    /**
     * Returns random numbers for one input. They depend only on the seed, the output's name, the
     * model and the element, and may be used at any time, in blocks and on any thread.
     *
     * @param input the index of the input in {@link #inputs()}
     */
    RandomNumbers random(int input);

    /**
     * Returns a whole input. It is read anew at each call, and the array is the method's own, to
     * change or to return as output. Reading all inputs once is one pass.
     *
     * @param input the index of the input in {@link #inputs()}
     * @throws IllegalStateException if the method's {@link Access} does not declare whole tensors
     *     or another pass
     */
    Matrix matrix(int input);

    /**
     * Returns the whole base; see {@link #matrix}.
     *
     * @throws IllegalStateException as {@link #matrix}, and if the method's {@link Access} does not
     *     declare the base
     */
    Matrix baseMatrix();
}
