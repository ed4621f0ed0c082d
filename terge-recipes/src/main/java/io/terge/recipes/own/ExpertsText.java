package io.terge.recipes.own;

import io.terge.api.BaseChoice;
import io.terge.api.MergeRequest;
import io.terge.api.ModelScope;
import io.terge.api.NonFinitePolicy;
import io.terge.api.OutputChoice;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;
import io.terge.recipes.Recipe;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.RecipeException;
import io.terge.recipes.value.RecipeFolder;
import io.terge.tensor.DType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes a mixture of experts as a recipe of one: with the keys of mergekit-moe, {@code gates} and
 * {@code seed}.
 *
 * @param request the mixture
 * @param texts how the recipe names models
 */
record ExpertsText(MergeRequest request, ModelTexts texts) {

    private static final String SHARED_PLACE = "shared";
    private static final Pattern PLACES =
            Pattern.compile("(?:\\d{1,6}|shared)(?:,(?:\\d{1,6}|shared))*");
    private static final List<String> METHODS = List.of("passthrough", "noise");
    private static final List<String> RANDOM = List.of("random", "uniform_random");

    private static final Map<DType, String> TYPES =
            Map.of(DType.BF16, "bfloat16", DType.F16, "float16", DType.F32, "float32");

    /** The options of the methods that make experts, and the keys for them. */
    private static final Map<String, String> OPTIONS =
            Map.of("scale", "residual_scale", "noise_scale", "noise_scale");

    /**
     * Returns the recipe.
     *
     * @throws RecipeException if a recipe of a mixture cannot say everything that the request says
     */
    static YamlText.Fields of(Recipe.Stage stage, ModelTexts texts) {
        if (!stage.name().isEmpty()) {
            return cannot("it is a stage of another recipe");
        }
        if (!stage.targetSettings().isEmpty()) {
            return cannot("its output has settings; give them with each command");
        }
        return new ExpertsText(stage.request(), texts).write();
    }

    private YamlText.Fields write() {
        check();
        ModelReference mixture = mixture();
        SequencedMap<String, YamlText> fields = new LinkedHashMap<>();
        fields.put("base_model", model(mixture.without(ViewSettings.OF_MIXTURE)));
        setting(mixture, ViewSettings.ARCHITECTURE)
                .ifPresent(name -> fields.put("architecture", YamlText.text(name)));
        String gates = setting(mixture, ViewSettings.GATES).orElseThrow();
        if (RANDOM.contains(gates)) {
            fields.put("gate_mode", YamlText.text(gates));
        } else {
            fields.put("gates", model(ModelReference.at(gates)));
        }
        addExperts(fields);
        setting(mixture, ViewSettings.ACTIVE)
                .ifPresent(count -> fields.put("experts_per_token", YamlText.value(count)));
        if (request.seed() != 0) {
            fields.put("seed", YamlText.value(Long.toString(request.seed())));
        }
        request.output()
                .dtype()
                .flatMap(type -> Optional.ofNullable(TYPES.get(type)))
                .ifPresent(name -> fields.put("dtype", YamlText.text(name)));
        return new YamlText.Fields(fields, false);
    }

    private ModelReference mixture() {
        return request.base() instanceof BaseChoice.Other(ModelReference base)
                        && base.settings().containsKey(ViewSettings.GATES)
                ? base
                : cannot("its base is not a model that is seen as a mixture");
    }

    private void addExperts(SequencedMap<String, YamlText> fields) {
        SortedMap<Integer, YamlText> experts = new TreeMap<>();
        List<YamlText> shared = new ArrayList<>();
        for (int i = 0; i < request.models().size(); i++) {
            YamlText expert = expert(i);
            for (String place : places(request.models().get(i))) {
                if (place.equals(SHARED_PLACE)) {
                    shared.add(expert);
                } else {
                    experts.put(Integer.valueOf(place), expert);
                }
            }
        }
        fields.put("experts", YamlText.lines(List.copyOf(experts.values())));
        if (!shared.isEmpty()) {
            fields.put("shared_experts", YamlText.lines(shared));
        }
    }

    private static List<String> places(ModelReference expert) {
        String places = setting(expert, ViewSettings.PLACES).orElse("");
        return PLACES.matcher(places).matches()
                ? List.of(places.split(","))
                : cannot("%s is not seen as an expert".formatted(expert.describe()));
    }

    private YamlText expert(int index) {
        SequencedMap<String, YamlText> fields = new LinkedHashMap<>();
        ModelReference model = request.models().get(index);
        fields.put("source_model", model(model.without(ViewSettings.OF_EXPERT)));
        request.settings().stream()
                .filter(setting -> setting.models().equals(ModelScope.model(index)))
                .forEach(setting -> fields.put(OPTIONS.get(setting.name()), value(setting)));
        return new YamlText.Fields(fields, true);
    }

    private static YamlText value(Setting setting) {
        return setting.value() instanceof SettingValue.Single(String text)
                ? YamlText.value(text)
                : cannot("'%s' has several values".formatted(setting.name()));
    }

    // In a text, mergekit gives these characters a meaning.
    private YamlText model(ModelReference reference) {
        if (!reference.settings().isEmpty()) {
            return cannot("%s has settings".formatted(reference.describe()));
        }
        YamlText text = YamlText.text(texts.of(reference));
        boolean isPath = reference.path().filter(path -> !RecipeFolder.isOnHub(path)).isPresent();
        return isPath && text.flow().matches(".*[+@].*")
                ? fields("model", fields("path", text))
                : text;
    }

    private static YamlText fields(String key, YamlText value) {
        SequencedMap<String, YamlText> fields = new LinkedHashMap<>();
        fields.put(key, value);
        return new YamlText.Fields(fields, true);
    }

    private static Optional<String> setting(ModelReference model, String name) {
        return Optional.ofNullable(model.settings().get(name));
    }

    /** Checks that nothing is said that the recipe of a mixture has no key for. */
    private void check() {
        boolean isFiltered = !request.included().isEmpty() || !request.excluded().isEmpty();
        boolean isSet =
                request.settings().stream()
                        .allMatch(
                                setting ->
                                        OPTIONS.containsKey(setting.name())
                                                && setting.models() instanceof ModelScope.Index);
        boolean isMade =
                request.methods().stream().allMatch(rule -> METHODS.contains(rule.value()));
        OutputChoice output = request.output();
        boolean isTyped =
                output.types().isEmpty()
                        && output.dtype().filter(type -> !TYPES.containsKey(type)).isEmpty();
        boolean isPlain =
                output.shardSize().isEmpty()
                        && output.adapter().isEmpty()
                        && output.nonFinite() == NonFinitePolicy.WARN
                        && !request.isStrict();
        if (isFiltered || !request.renames().isEmpty()) {
            cannot("parameters are chosen or renamed");
        } else if (!isSet || !isMade) {
            cannot("it has other methods, weights or options than those of experts");
        } else if (!isTyped) {
            cannot("'dtype' must be one of bfloat16, float16 and float32, for all parameters");
        } else if (!isPlain || !request.adapterSettings().isEmpty()) {
            cannot(
                    "it has no keys for files, adapters and what is strict; give these options with"
                            + " each command");
        }
    }

    private static <T> T cannot(String why) {
        throw RecipeWriter.unsupported(
                RecipeCode.RECIPE_UNSUPPORTED,
                "This mixture of experts cannot be written as a recipe: " + why);
    }
}
