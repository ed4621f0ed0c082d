package io.terge.spi.method;

import io.terge.tensor.Shape;

import java.util.List;

/**
 * The parameters that a {@link SurveyingMethod} will merge with one set of options. Valid during
 * the call of {@link SurveyingMethod#survey} only.
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

        /** The models that have it, in the order of the request. */
        List<MergeInput> inputs();
    }

    /**
     * A statistic of all parameters: a {@link Reduction} that is also passed the parameter of each
     * block.
     *
     * @param <A> the type of the statistic
     */
    interface ModelReduction<A> {

        /** Returns the statistic of no elements: a new object each time, if it is mutable. */
        A start();

        /** Adds a block of a parameter; the inputs of the block are those of the parameter. */
        A add(A soFar, Parameter parameter, Block block);

        /** Joins the statistics of two runs, the first of which comes before the second. */
        A join(A left, A right);

        /** Whether the result does not depend on the order; see {@link Reduction#isExact()}. */
        default boolean isExact() {
            return false;
        }
    }

    /** The values of the options, except those per model. */
    MethodOptions options();

    /** The parameters that will be merged, in the order of the output. */
    List<Parameter> parameters();

    /**
     * Gathers a statistic of all parameters, in one pass.
     *
     * @throws IllegalStateException if the method's {@link Access#surveyPasses(int)} does not
     *     declare another pass
     */
    <A> A reduce(ModelReduction<A> reduction);

    /** Adds a note for the user to the lineage. */
    void note(String what);
}
