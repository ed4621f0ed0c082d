package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.model.ModelReference;
import io.terge.model.RecipeText;
import io.terge.model.VocabularyChoice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Builds a {@link MergeRequest}. Rules and settings are tried in the order in which they were
 * added; the first match wins. Planning checks the request as a whole and reports all problems
 * together. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class MergeRequestBuilder extends OutputBuilder<MergeRequestBuilder> {

    final boolean conversion;
    final List<MergeRequest.Stage> stages = new ArrayList<>();
    final List<ModelReference> models = new ArrayList<>();
    final SortedMap<Integer, String> names = new TreeMap<>();
    final List<AdapterChoice> adapters = new ArrayList<>();
    final SortedMap<String, String> adapterSettings = new TreeMap<>();
    final List<Rename> renames = new ArrayList<>();
    final List<Rule<String>> methods = new ArrayList<>();
    final List<Setting> settings = new ArrayList<>();
    final List<String> included = new ArrayList<>();
    final List<String> excluded = new ArrayList<>();
    BaseChoice base = new BaseChoice.Unset();
    Layout layout = Layout.ofBase();
    Optional<LayerPattern> layerPattern = Optional.empty();
    Optional<VocabularyChoice> vocabulary = Optional.empty();
    long seed;
    Optional<RecipeText> recipe = Optional.empty();

    MergeRequestBuilder(boolean conversion) {
        super(OutputChoice.none(), false);
        this.conversion = conversion;
    }

    MergeRequestBuilder(MergeRequest said) {
        super(said.output(), said.isStrict());
        conversion = said.isConversion();
        stages.addAll(said.stages());
        models.addAll(said.models());
        names.putAll(said.names());
        adapters.addAll(said.adapters());
        adapterSettings.putAll(said.adapterSettings());
        renames.addAll(said.renames());
        methods.addAll(said.methods());
        settings.addAll(said.settings());
        included.addAll(said.included());
        excluded.addAll(said.excluded());
        base = said.base();
        vocabulary = said.rows;
        layout = said.layout();
        layerPattern = said.layerPattern();
        seed = said.seed();
    }

    @Override
    MergeRequestBuilder self() {
        return this;
    }

    /**
     * Adds a stage: an earlier merge, whose output is a model of this merge or of a later stage. It
     * is neither written nor rounded in between, unless its request says so.
     *
     * <pre>{@code
     * builder.stage("language", ties).model(ModelReference.ofStage("language")).model(other)
     * }</pre>
     *
     * @param name its name
     * @param request what is merged: models, or outputs of stages that were added before
     * @throws IllegalArgumentException if there is a stage of this name, or the request cannot be
     *     one of a {@link MergeRequest.Stage}
     */
    public MergeRequestBuilder stage(String name, MergeRequest request) {
        requireNonNull(name, "name");
        if (stages.stream().anyMatch(stage -> stage.name().equals(name))) {
            throw new IllegalArgumentException("Two stages are named '%s'".formatted(name));
        }
        stages.add(new MergeRequest.Stage(name, requireNonNull(request, "request")));
        return this;
    }

    /**
     * Merges the models, the base included, token by token, through {@linkplain
     * io.terge.model.MergedVocabulary views} with the tokens of the output; or row by row, which
     * planning otherwise rejects where rows belong to different tokens.
     */
    public MergeRequestBuilder vocabulary(VocabularyChoice choice) {
        vocabulary = Optional.of(choice);
        return this;
    }

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
     * Names a model, for people: nothing depends on it.
     *
     * @param index the index of the model, from 0
     */
    public MergeRequestBuilder name(int index, String name) {
        names.put(index, requireNonNull(name, "name"));
        return this;
    }

    /** Adds a model to be opened by the adapter of a name, regardless of what others claim. */
    public MergeRequestBuilder model(ModelReference reference, String adapter) {
        adapters.add(
                new AdapterChoice(
                        ModelScope.model(models.size()), requireNonNull(adapter, "adapter")));
        return model(reference);
    }

    /** Opens models with an adapter, whatever others claim. The first choice for a model wins. */
    public MergeRequestBuilder adapter(ModelScope which, String adapter) {
        adapters.add(new AdapterChoice(requireNonNull(which, "which"), adapter));
        return this;
    }

    /**
     * Sets an adapter setting, such as {@code pickle} to {@code strict}, for all models and the
     * models that they consist of. A reference's own setting takes precedence.
     *
     * @param name the name of the setting; at least one adapter must have it
     */
    public MergeRequestBuilder adapterSetting(String name, String value) {
        adapterSettings.put(requireNonNull(name, "name"), requireNonNull(value, "value"));
        return this;
    }

    /**
     * Renames parameters of models before they are matched; see {@link Rename}.
     *
     * @param which the models whose parameters are renamed
     * @param regex a Java regular expression, found anywhere in the name
     * @param replacement the replacement of each match; {@code $1} is the first group
     */
    public MergeRequestBuilder rename(ModelScope which, String regex, String replacement) {
        return renames(List.of(new Rename(requireNonNull(which, "which"), regex, replacement)));
    }

    /** Adds renames, after those that were added before. */
    public MergeRequestBuilder renames(List<Rename> more) {
        renames.addAll(List.copyOf(requireNonNull(more, "more")));
        return this;
    }

    /** Sets the parameters of the output. The default is the layout of the base. */
    public MergeRequestBuilder layout(Layout all) {
        layout = requireNonNull(all, "all");
        return this;
    }

    /** Sets how names number layers, for gradients and slices; see {@link LayerPattern}. */
    public MergeRequestBuilder layerPattern(LayerPattern pattern) {
        layerPattern = Optional.of(pattern);
        return this;
    }

    /** Sets the seed of methods that use random numbers. The default is 0. */
    public MergeRequestBuilder seed(long number) {
        seed = number;
        return this;
    }

    /**
     * Makes the model at an index, from 0, the base. By default the output has the parameters of
     * the first model, and a method that needs a base is rejected.
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

    /** Uses a method for all parameters that no earlier rule matches. */
    public MergeRequestBuilder method(String name) {
        return method(Rule.EVERY_PARAMETER, name);
    }

    /** Uses a method for the parameters that the selector matches. */
    public MergeRequestBuilder method(String selector, String name) {
        methods.add(new Rule<>(selector, requireNonNull(name, "name")));
        return this;
    }

    /** Sets the models' weights, for all parameters that no earlier setting matches. */
    public MergeRequestBuilder weights(double... perModel) {
        return weights(Rule.EVERY_PARAMETER, perModel);
    }

    /** Sets the models' weights, one for each, for the parameters that the selector matches. */
    public MergeRequestBuilder weights(String selector, double... perModel) {
        return set(
                selector,
                Setting.WEIGHT,
                SettingValue.perModel(requireNonNull(perModel, "perModel")));
    }

    /**
     * Sets an option of all methods that have it. For a per-model option the value applies to all
     * models.
     *
     * @param value a number, {@code true} or {@code false}, or a text
     */
    public MergeRequestBuilder option(String name, String value) {
        return option(Rule.EVERY_PARAMETER, name, value);
    }

    /** Sets a numeric option; see {@link #option(String, String)}. */
    public MergeRequestBuilder option(String name, double value) {
        return set(Rule.EVERY_PARAMETER, name, SettingValue.of(value));
    }

    /** Sets an option for the parameters that the selector matches. */
    public MergeRequestBuilder option(String selector, String name, String value) {
        return set(selector, name, SettingValue.of(value));
    }

    /**
     * Sets a weight or an option for the parameters that the selector matches, to any kind of
     * value, such as a {@link SettingValue#gradient} or {@link SettingValue#perModel}.
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

    /**
     * Sets the recipe that this request is made from. It goes into the plan and the lineage, and
     * formats may keep it with the merged model; it changes nothing else.
     */
    public MergeRequestBuilder recipe(RecipeText text) {
        recipe = Optional.of(requireNonNull(text, "text"));
        return this;
    }

    /** Merges only parameters that at least one include selector matches. */
    public MergeRequestBuilder include(String... selectors) {
        included.addAll(List.of(requireNonNull(selectors, "selectors")));
        return this;
    }

    /**
     * Copies the parameters that the selectors match from the base instead of merging them, even if
     * they are included.
     */
    public MergeRequestBuilder exclude(String... selectors) {
        excluded.addAll(List.of(requireNonNull(selectors, "selectors")));
        return this;
    }

    /**
     * Returns the request. Its problems, if any, are all reported together by planning.
     *
     * @throws IllegalStateException if it is a conversion with a second model, methods, weights,
     *     options, filters, a base or a layout
     */
    public MergeRequest build() {
        return new MergeRequest(this);
    }
}
