package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.model.ModelReference;
import io.terge.model.RecipeText;
import io.terge.model.VocabularyChoice;
import io.terge.model.VocabularyPolicy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to merge, and how. Immutable; create one with {@link #builder()}.
 *
 * @since 0.1
 */
public final class MergeRequest {

    /** The method of a request that names none: the weighted mean. */
    public static final String DEFAULT_METHOD = "arithmetic";

    private final boolean conversion;
    private final List<Stage> stages;
    private final List<ModelReference> models;
    private final SortedMap<Integer, String> names;
    private final BaseChoice base;
    final Optional<VocabularyChoice> rows;
    private final Layout layout;
    private final Optional<LayerPattern> layerPattern;
    private final List<AdapterChoice> adapters;
    private final SortedMap<String, String> adapterSettings;
    private final List<Rename> renames;
    private final List<Rule<String>> methods;
    private final List<Setting> settings;
    private final List<String> included;
    private final List<String> excluded;
    private final long seed;
    private final OutputChoice output;
    private final boolean strict;
    private final Optional<RecipeText> recipe;

    MergeRequest(MergeRequestBuilder said) {
        if (said.conversion && !isOneModelUnchanged(said)) {
            throw new IllegalStateException(
                    "A conversion has one model, and no methods, weights, options, filters, base"
                            + " or layout");
        }
        conversion = said.conversion;
        stages = List.copyOf(said.stages);
        names = Collections.unmodifiableSortedMap(new TreeMap<>(said.names));
        rows = said.vocabulary.filter(choice -> choice.policy() instanceof VocabularyPolicy.Rows);
        Vocabularies asGiven = new Vocabularies(said.models, said.base);
        Vocabularies read =
                said.vocabulary.filter(choice -> rows.isEmpty()).map(asGiven::with).orElse(asGiven);
        models = read.models();
        base = read.base();
        layout = said.layout;
        layerPattern = said.layerPattern;
        adapters = List.copyOf(said.adapters);
        adapterSettings = Collections.unmodifiableSortedMap(new TreeMap<>(said.adapterSettings));
        renames = List.copyOf(said.renames);
        methods =
                said.methods.isEmpty() && !conversion
                        ? List.of(Rule.forAll(DEFAULT_METHOD))
                        : List.copyOf(said.methods);
        settings = List.copyOf(said.settings);
        included = List.copyOf(said.included);
        excluded = List.copyOf(said.excluded);
        seed = said.seed;
        output = said.output();
        strict = said.isStrict();
        recipe = said.recipe;
    }

    /**
     * A merge whose output is a model of a later one.
     *
     * @param name its name: {@link ModelReference#ofStage} of it is its output
     * @param request what is merged, without stages of its own; with a target, the output is also
     *     written there, in its type, and read back from there
     */
    public record Stage(String name, MergeRequest request) {

        /**
         * @throws IllegalArgumentException if the name is empty, or the request has stages or is to
         *     replace its base
         */
        public Stage {
            requireNonNull(request, "request");
            if (name.isEmpty()) {
                throw new IllegalArgumentException("The name of a stage is empty");
            }
            if (!request.stages().isEmpty()) {
                throw new IllegalArgumentException(
                        "The stage '%s' must not have stages of its own".formatted(name));
            }
            if (request.output().inPlace()) {
                throw new IllegalArgumentException(
                        "The stage '%s' must not replace its base".formatted(name));
            }
        }
    }

    /** Returns a new builder. */
    public static MergeRequestBuilder builder() {
        return new MergeRequestBuilder(false);
    }

    /**
     * Returns a new builder of a conversion: the output is a copy of one model, in another format,
     * type or location. A conversion may rename parameters, but has no methods, settings, filters,
     * base or layout.
     */
    public static MergeRequestBuilder convert(ModelReference model) {
        return new MergeRequestBuilder(true).model(model);
    }

    /**
     * Returns a builder that has all that this request says, to be changed or completed. What it
     * adds comes after the rules and settings of this request. It has no {@linkplain #recipe
     * recipe}, because that of this request may not describe the other.
     */
    public MergeRequestBuilder toBuilder() {
        return new MergeRequestBuilder(this);
    }

    private static boolean isOneModelUnchanged(MergeRequestBuilder said) {
        return said.models.size() == 1
                && said.methods.isEmpty()
                && said.settings.isEmpty()
                && said.included.isEmpty()
                && said.excluded.isEmpty()
                && said.base instanceof BaseChoice.Unset
                && said.layout.equals(Layout.ofBase());
    }

    /** Whether this is a {@linkplain #convert conversion}. */
    public boolean isConversion() {
        return conversion;
    }

    /**
     * The stages, each of which may use the outputs of those before it. What they merge is not
     * rounded on its way to the next merge, unless they name a type.
     */
    public List<Stage> stages() {
        return stages;
    }

    /** The models, in order; settings refer to them by index. */
    public List<ModelReference> models() {
        return models;
    }

    /**
     * The names that were given to models, by index. They are for people: nothing depends on them.
     */
    public SortedMap<Integer, String> names() {
        return names;
    }

    /** The base, whose parameters the output has. */
    public BaseChoice base() {
        return base;
    }

    /**
     * Whether rows of embeddings are merged as they are, although models may use them for different
     * tokens; otherwise planning rejects a merge of such rows.
     */
    public boolean isRowByRow() {
        return rows.isPresent();
    }

    /** The parameters of the output, and what each is made from. */
    public Layout layout() {
        return layout;
    }

    /** How names number layers; empty for the first part between dots that is a number. */
    public Optional<LayerPattern> layerPattern() {
        return layerPattern;
    }

    /**
     * The adapters that open the models; a model without a choice is opened by the adapter that
     * claims it.
     */
    public List<AdapterChoice> adapters() {
        return adapters;
    }

    /**
     * The settings of adapters for all models, by name, including models that other models consist
     * of; a reference's own settings take precedence.
     */
    public SortedMap<String, String> adapterSettings() {
        return adapterSettings;
    }

    /** The renames of the models' parameters, in the order in which they are applied. */
    public List<Rename> renames() {
        return renames;
    }

    /** The method rules; a parameter that is to be merged but matches none is an error. */
    public List<Rule<String>> methods() {
        return methods;
    }

    /** The weights and options, by parameter and model; the default weight is 1. */
    public List<Setting> settings() {
        return settings;
    }

    /** The selectors of parameters that may be merged; empty for all. */
    public List<String> included() {
        return included;
    }

    /** The selectors of parameters that are not merged, even if they are included. */
    public List<String> excluded() {
        return excluded;
    }

    /** The seed of methods that use random numbers; 0 by default. */
    public long seed() {
        return seed;
    }

    /** Where the output goes. */
    public OutputChoice output() {
        return output;
    }

    /** What this request was made from, to be kept with its output; empty if that is not known. */
    public Optional<RecipeText> recipe() {
        return recipe;
    }

    /** Whether every warning of planning rejects the request. */
    public boolean isStrict() {
        return strict;
    }
}
