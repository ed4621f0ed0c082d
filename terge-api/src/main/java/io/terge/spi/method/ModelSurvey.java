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
     * Gathers a statistic of all parameters, block by block, in runs as {@link Reduction} describes
     * them. A {@code Reduction} is one that does not look at the parameter of a block.
     *
     * @param <A> the type of the statistic; may be mutable, because runs do not share it
     */
    interface ModelReduction<A> {

        /** Returns the statistic of no elements: a new object each time, if it is mutable. */
        A start();

        /**
         * Adds a block of a parameter.
         *
         * @param soFar the statistic of the blocks before it in the same run
         * @param parameter the parameter; its inputs are those of the block
         * @param block the next block, without {@link Block#output() output}; valid during this
         *     call only
         * @return the statistic including the block; may be {@code soFar} itself
         */
        A add(A soFar, Parameter parameter, Block block);

        /**
         * Joins the statistics of two neighbouring runs.
         *
         * @param left the statistic of some blocks
         * @param right the statistic of the blocks that follow them
         * @return the statistic of both; may be one of the arguments
         */
        A join(A left, A right);

        /**
         * Whether the result has the same bits in whatever order blocks are added and joined, as
         * counts and maxima do. The engine then keeps one statistic per thread instead of one per
         * run, which saves memory if a statistic is large, such as a histogram. The default is
         * {@code false}.
         */
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
