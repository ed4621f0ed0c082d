package io.terge.spi.method;

/**
 * A method that looks at the whole model before it decides the first parameter: thresholds over all
 * task vectors, weights from norms of whole models. The survey is one pass over all parameters that
 * are merged by this method with the same options; its result is a part of the run's record.
 *
 * @param <S> what the survey finds; immutable, with a {@code toString} that tells it in one line
 * @since 0.1
 */
public interface SurveyingMethod<S> extends MergeMethod {

    /** Looks at the model, once. */
    S survey(ModelSurvey model);

    /**
     * Decides one parameter; see {@link MergeMethod#merge}.
     *
     * @param survey what {@link #survey} found
     */
    Output merge(ParameterMerge merge, S survey);

    /** Not called by the engine, which has a survey. */
    @Override
    default Output merge(ParameterMerge merge) {
        throw new IllegalStateException("Method '" + name() + "' needs a survey of the model");
    }
}
