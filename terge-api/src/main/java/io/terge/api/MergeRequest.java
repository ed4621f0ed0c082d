package io.terge.api;

import io.terge.model.ModelReference;

import java.util.List;

/**
 * What is to be merged, and how. Immutable; made by {@link #builder()}.
 *
 * @since 0.1
 */
public final class MergeRequest {

    /** The method of a request that names none: the weighted mean. */
    public static final String DEFAULT_METHOD = "arithmetic";

    private final List<ModelReference> models;
    private final BaseChoice base;
    private final Layout layout;
    private final List<AdapterChoice> adapters;
    private final List<Rename> renames;
    private final List<Rule<String>> methods;
    private final List<Setting> settings;
    private final List<String> included;
    private final List<String> excluded;
    private final long seed;
    private final OutputChoice output;

    MergeRequest(MergeRequestBuilder said) {
        models = List.copyOf(said.models);
        base = said.base;
        layout = said.layout;
        adapters = List.copyOf(said.adapters);
        renames = List.copyOf(said.renames);
        methods =
                said.methods.isEmpty()
                        ? List.of(Rule.forAll(DEFAULT_METHOD))
                        : List.copyOf(said.methods);
        settings = List.copyOf(said.settings);
        included = List.copyOf(said.included);
        excluded = List.copyOf(said.excluded);
        seed = said.seed;
        output = said.output;
    }

    /** Returns a new builder. */
    public static MergeRequestBuilder builder() {
        return new MergeRequestBuilder();
    }

    /** The models, in order; settings refer to them by place. */
    public List<ModelReference> models() {
        return models;
    }

    /** Whose parameters the output has. */
    public BaseChoice base() {
        return base;
    }

    /** Which parameters the output has, and what each is made from. */
    public Layout layout() {
        return layout;
    }

    /**
     * Which adapters open the models; a model that none is for is opened by the one that claims it.
     */
    public List<AdapterChoice> adapters() {
        return adapters;
    }

    /** Under which names the models' parameters are known. */
    public List<Rename> renames() {
        return renames;
    }

    /** Method name by parameter; a parameter that is to be merged and matches none is an error. */
    public List<Rule<String>> methods() {
        return methods;
    }

    /** Weights and options by parameter and model; a weight that nothing sets is 1. */
    public List<Setting> settings() {
        return settings;
    }

    /** Selectors of what may be merged; none for everything. */
    public List<String> included() {
        return included;
    }

    /** Selectors of what is not merged, applied after the included ones. */
    public List<String> excluded() {
        return excluded;
    }

    /** What random methods draw from; 0 unless said otherwise. */
    public long seed() {
        return seed;
    }

    /** Where the result goes. */
    public OutputChoice output() {
        return output;
    }
}
