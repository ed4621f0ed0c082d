package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.model.ModelReference;
import io.terge.tensor.DType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds a {@link MergeRequest}. Rules are tried in the order in which they were added.
 *
 * @since 0.1
 */
public final class MergeRequestBuilder {

    private final List<ModelReference> models = new ArrayList<>();
    private final List<Rule<String>> methods = new ArrayList<>();
    private final List<Rule<List<Double>>> weights = new ArrayList<>();
    private final List<Rule<OptionSetting>> options = new ArrayList<>();
    private final List<String> included = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();
    private BaseChoice base = new BaseChoice.Index(0);
    private OutputChoice output = OutputChoice.none();

    MergeRequestBuilder() {}

    /** Adds a model at a path. */
    public MergeRequestBuilder model(Path path) {
        return model(ModelReference.at(path));
    }

    /** Adds a model. */
    public MergeRequestBuilder model(ModelReference reference) {
        models.add(requireNonNull(reference, "reference"));
        return this;
    }

    /**
     * Makes one of the models the base. The default is the first, 0.
     *
     * @param index its place, from 0
     */
    public MergeRequestBuilder base(int index) {
        base = new BaseChoice.Index(index);
        return this;
    }

    /** Makes another model, which is not merged itself, the base. */
    public MergeRequestBuilder base(Path path) {
        return base(ModelReference.at(path));
    }

    /** Makes another model, which is not merged itself, the base. */
    public MergeRequestBuilder base(ModelReference reference) {
        base = new BaseChoice.Other(requireNonNull(reference, "reference"));
        return this;
    }

    /** Merges all parameters that no earlier rule matches by this method. */
    public MergeRequestBuilder method(String name) {
        return method(Rule.EVERY_PARAMETER, name);
    }

    /** Merges the parameters that the selector matches by this method. */
    public MergeRequestBuilder method(String selector, String name) {
        methods.add(new Rule<>(selector, name));
        return this;
    }

    /**
     * Weights the models for all parameters that no earlier rule matches.
     *
     * @param perModel one weight for each model
     */
    public MergeRequestBuilder weights(double... perModel) {
        return weights(Rule.EVERY_PARAMETER, perModel);
    }

    /**
     * Weights the models for the parameters that the selector matches.
     *
     * @param perModel one weight for each model
     */
    public MergeRequestBuilder weights(String selector, double... perModel) {
        weights.add(new Rule<>(selector, Arrays.stream(perModel).boxed().toList()));
        return this;
    }

    /** Sets an option of the methods that have it. */
    public MergeRequestBuilder option(String name, String value) {
        return option(Rule.EVERY_PARAMETER, name, value);
    }

    /** Sets an option of the methods that have it, for the parameters that the selector matches. */
    public MergeRequestBuilder option(String selector, String name, String value) {
        options.add(new Rule<>(selector, new OptionSetting(name, value)));
        return this;
    }

    /** Merges only what one of the included selectors matches. */
    public MergeRequestBuilder include(String... selectors) {
        included.addAll(List.of(selectors));
        return this;
    }

    /** Does not merge what the selectors match. */
    public MergeRequestBuilder exclude(String... selectors) {
        excluded.addAll(List.of(selectors));
        return this;
    }

    /** Stores all floating parameters in this type. The default keeps the base's, one by one. */
    public MergeRequestBuilder dtype(DType dtype) {
        output = output.withDtype(dtype);
        return this;
    }

    /** Puts the result at a path: a file by its ending, else a directory. */
    public MergeRequestBuilder to(Path path) {
        return to(ModelReference.at(path));
    }

    /** Puts the result at a reference. */
    public MergeRequestBuilder to(ModelReference target) {
        output = output.withTarget(target);
        return this;
    }

    /** Replaces the base by the result, at once and as a whole. */
    public MergeRequestBuilder inPlace() {
        output = output.withBaseReplaced();
        return this;
    }

    /**
     * Splits the output into files of at most so many bytes of weights; a parameter that is larger
     * gets a file of its own.
     */
    public MergeRequestBuilder shardSize(long bytes) {
        output = output.withShardSize(bytes);
        return this;
    }

    /** Replaces a model that is at the target already. */
    public MergeRequestBuilder overwrite() {
        output = output.withOverwriting();
        return this;
    }

    /** Returns the request. Its faults, if it has any, are found in planning, all at once. */
    public MergeRequest build() {
        List<Rule<String>> chosen =
                methods.isEmpty() ? List.of(Rule.forAll(MergeRequest.DEFAULT_METHOD)) : methods;
        return new MergeRequest(models, base, chosen, weights, options, included, excluded, output);
    }
}
