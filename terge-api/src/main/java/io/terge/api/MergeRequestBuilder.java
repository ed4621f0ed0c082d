package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.model.ModelReference;
import io.terge.tensor.DType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds a {@link MergeRequest}. Rules are tried in the order in which they were added.
 *
 * @since 0.1
 */
public final class MergeRequestBuilder {

    final List<ModelReference> models = new ArrayList<>();
    final List<AdapterChoice> adapters = new ArrayList<>();
    final List<Rename> renames = new ArrayList<>();
    final List<Rule<String>> methods = new ArrayList<>();
    final List<Setting> settings = new ArrayList<>();
    final List<String> included = new ArrayList<>();
    final List<String> excluded = new ArrayList<>();
    BaseChoice base = new BaseChoice.Unset();
    Layout layout = Layout.ofBase();
    long seed;
    OutputChoice output = OutputChoice.none();

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
     * Adds a model that the adapter of this name opens, whatever others claim.
     *
     * @param adapter the adapter's name
     */
    public MergeRequestBuilder model(ModelReference reference, String adapter) {
        adapters.add(new AdapterChoice(ModelScope.model(models.size()), adapter));
        return model(reference);
    }

    /**
     * Has models opened by the adapter of a name, whatever others claim. The first choice that is
     * for a model wins.
     */
    public MergeRequestBuilder adapter(ModelScope which, String adapter) {
        adapters.add(new AdapterChoice(which, adapter));
        return this;
    }

    /**
     * Makes the parameters of models known under other names; see {@link Rename}.
     *
     * @param which whose parameters
     * @param regex a Java regular expression, found anywhere in the name
     * @param replacement what takes the place of each match
     */
    public MergeRequestBuilder rename(ModelScope which, String regex, String replacement) {
        renames.add(new Rename(which, regex, replacement));
        return this;
    }

    /** Gives the output the parameters of a layout. The default is the base's. */
    public MergeRequestBuilder layout(Layout all) {
        layout = requireNonNull(all, "layout");
        return this;
    }

    /** Lets random methods draw from this seed. The default is 0. */
    public MergeRequestBuilder seed(long number) {
        seed = number;
        return this;
    }

    /**
     * Makes one of the models the base. Where no base is stated the output has the parameters of
     * the first model, and a method that needs a base is refused.
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
        return set(selector, Setting.WEIGHT, SettingValue.perModel(perModel));
    }

    /**
     * Sets an option of the methods that have it. For an option per model this is every model's.
     *
     * @param value a number, a switch or a text
     */
    public MergeRequestBuilder option(String name, String value) {
        return option(Rule.EVERY_PARAMETER, name, value);
    }

    /** Sets an option that is a number; see {@link #option(String, String)}. */
    public MergeRequestBuilder option(String name, double value) {
        return set(Rule.EVERY_PARAMETER, name, SettingValue.of(value));
    }

    /** Sets an option for the parameters that the selector matches. */
    public MergeRequestBuilder option(String selector, String name, String value) {
        return set(selector, name, SettingValue.of(value));
    }

    /**
     * Sets a weight or an option for the parameters that the selector matches, to whatever a
     * setting can be: {@link SettingValue#gradient}, {@link SettingValue#perModel}.
     *
     * @param selector the selector; {@link Rule#EVERY_PARAMETER} for all
     * @param name {@link Setting#WEIGHT} or an option's name
     */
    public MergeRequestBuilder set(String selector, String name, SettingValue value) {
        return set(new Setting(selector, ModelScope.all(), name, value));
    }

    /** Sets a weight or an option. */
    public MergeRequestBuilder set(Setting setting) {
        settings.add(requireNonNull(setting, "setting"));
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

    /** Has the adapter of this name write the output, whatever others claim. */
    public MergeRequestBuilder outputAdapter(String adapter) {
        output = output.withAdapter(adapter);
        return this;
    }

    /** Replaces a model that already exists at the target. */
    public MergeRequestBuilder overwrite() {
        output = output.withOverwriting();
        return this;
    }

    /** Returns the request. Its faults, if it has any, are found in planning, all at once. */
    public MergeRequest build() {
        return new MergeRequest(this);
    }
}
