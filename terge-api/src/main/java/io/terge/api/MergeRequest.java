package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.model.ModelReference;

import java.util.List;

/**
 * What is to be merged, and how. Immutable; made by {@link #builder()}.
 *
 * @param models the models, in order; weights refer to them by place
 * @param base whose parameters the output has
 * @param methods method name by parameter; a parameter that is to be merged and matches none is an
 *     error
 * @param weights one weight for each model by parameter; a parameter that matches none gets equal
 *     weights
 * @param options settings of the methods' options by parameter
 * @param included selectors of what may be merged; none for everything
 * @param excluded selectors of what is not merged, applied after the included ones
 * @param output where the result goes
 * @since 0.1
 */
public record MergeRequest(
        List<ModelReference> models,
        BaseChoice base,
        List<Rule<String>> methods,
        List<Rule<List<Double>>> weights,
        List<Rule<OptionSetting>> options,
        List<String> included,
        List<String> excluded,
        OutputChoice output) {

    /** The method of a request that names none: the weighted mean. */
    public static final String DEFAULT_METHOD = "arithmetic";

    /** Copies the lists. */
    public MergeRequest {
        models = List.copyOf(models);
        requireNonNull(base, "base");
        methods = List.copyOf(methods);
        weights =
                weights.stream()
                        .map(rule -> new Rule<>(rule.selector(), List.copyOf(rule.value())))
                        .toList();
        options = List.copyOf(options);
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
        requireNonNull(output, "output");
    }

    /** Returns a new builder. */
    public static MergeRequestBuilder builder() {
        return new MergeRequestBuilder();
    }
}
