package io.terge.spi.method;

import io.terge.tensor.Shape;

import java.util.OptionalInt;

/**
 * All that a method is given to decide one output parameter: what it is, its inputs, and what can
 * be learned of them. The numbers of the output are made later, from the {@link Output} that the
 * method returns.
 *
 * @since 0.1
 */
public interface ParameterMerge extends Statistics {

    /** The output parameter's name. */
    String name();

    /** Its shape, which is that of every input and of the base. */
    Shape shape();

    /**
     * The number of the layer that this parameter belongs to, from 0: the first part of its name,
     * between dots, that is a number and not the first part of all; empty where there is none.
     */
    OptionalInt layer();

    /**
     * How many layers there are in the stack that this parameter's is one of; 0 without a layer.
     */
    int layers();

    /**
     * Random numbers for one input: the same for the same seed, output name, model and element,
     * whatever the order of work. They may be drawn in blocks, on any thread.
     *
     * @param input its place in {@link #inputs()}
     */
    RandomNumbers random(int input);

    /**
     * A whole input. It is read each time that this is called; one reading of all of them is one
     * pass.
     *
     * @param input its place in {@link #inputs()}
     * @throws IllegalStateException if the method's {@link Access} does not say that it looks at
     *     whole tensors
     */
    Matrix matrix(int input);

    /**
     * The whole base; see {@link #matrix}.
     *
     * @throws IllegalStateException as {@link #matrix}, and if the method's {@link Access} does not
     *     say that it uses the base
     */
    Matrix baseMatrix();
}
