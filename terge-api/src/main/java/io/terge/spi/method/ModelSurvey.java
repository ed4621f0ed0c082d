package io.terge.spi.method;

import io.terge.tensor.Shape;

import java.util.List;

/**
 * The parameters that a {@link SurveyingMethod} will decide, before it decides the first.
 *
 * @since 0.1
 */
public interface ModelSurvey {

    /** A parameter that will be merged. */
    interface Parameter {

        /** Its name in the output. */
        String name();

        /** Its shape. */
        Shape shape();

        /** The models that hold it, in the order of the request. */
        List<MergeInput> inputs();
    }

    /**
     * A statistic of a whole model; see {@link Reduction}, with the parameter that a block is of.
     *
     * @param <A> what is gathered
     */
    interface ModelReduction<A> {

        /** Returns the statistic of nothing: a new one each time, if it can change. */
        A start();

        /** Adds a block of a parameter; its inputs are those of the parameter. */
        A add(A soFar, Parameter parameter, Block block);

        /** Joins two runs, the second of which is behind the first. */
        A join(A left, A right);

        /** Whether the result is the same in any order; see {@link Reduction#isExact()}. */
        default boolean isExact() {
            return false;
        }
    }

    /** The options' values, but for those per model. */
    MethodOptions options();

    /** The parameters, in the order of the output. */
    List<Parameter> parameters();

    /**
     * Gathers a statistic over all parameters, in one pass. Called once at most.
     *
     * @throws IllegalStateException if it is called again
     */
    <A> A reduce(ModelReduction<A> reduction);

    /** Tells something that whoever reads the report should know. */
    void note(String what);
}
