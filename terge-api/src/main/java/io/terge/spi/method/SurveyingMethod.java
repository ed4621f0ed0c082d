package io.terge.spi.method;

/**
 * A method that needs a statistic of the whole model before it merges the first parameter, such as
 * a threshold over all task vectors or the norms of whole models. A survey covers all parameters
 * that are merged by this method with the same options, in one pass or as many as the method's
 * {@link Access#surveyPasses(int)} declares; its result is recorded in the lineage.
 *
 * @param <S> the result of the survey; immutable, with a one-line {@code toString} for the lineage
 * @since 0.1
 */
public interface SurveyingMethod<S> extends MergeMethod {

    /** Surveys the model. Called once for each set of options, before any of its parameters. */
    S survey(ModelSurvey model);

    /**
     * Decides how one parameter is computed; see {@link MergeMethod#merge}.
     *
     * @param survey the result of {@link #survey}
     */
    Output merge(ParameterMerge merge, S survey);

    /** Not called by the engine, which calls {@link #merge(ParameterMerge, Object)}. */
    @Override
    default Output merge(ParameterMerge merge) {
        throw new IllegalStateException("Method '" + name() + "' needs a survey of the model");
    }
}
