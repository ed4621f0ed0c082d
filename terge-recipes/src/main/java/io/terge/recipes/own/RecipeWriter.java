package io.terge.recipes.own;

import io.terge.api.AdapterChoice;
import io.terge.api.BaseChoice;
import io.terge.api.Layout;
import io.terge.api.MergeRequest;
import io.terge.api.ModelScope;
import io.terge.api.Rename;
import io.terge.api.Vocabularies;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.model.ModelReference;
import io.terge.model.VocabularyChoice;
import io.terge.model.VocabularyPolicy;
import io.terge.recipes.Recipe;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.RecipeException;
import io.terge.recipes.value.RecipeFolder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * Writes requests as recipes of terge. What a recipe does not say is left out: the target, and
 * whether a model there is replaced.
 */
public final class RecipeWriter {

    private final MergeRequest request;
    private final ModelTexts texts;
    private final Vocabularies models;
    private final Optional<VocabularyChoice> vocabulary;
    private final List<String> given;
    private final ModelNames names;
    private final SequencedMap<String, YamlText> fields = new LinkedHashMap<>();

    private RecipeWriter(MergeRequest request, ModelTexts texts) {
        Vocabularies views = Vocabularies.of(request);
        this.request = request;
        this.texts = texts;
        Optional<VocabularyChoice> ofViews = views.choice();
        this.vocabulary =
                request.isRowByRow()
                        ? Optional.of(VocabularyChoice.of(new VocabularyPolicy.Rows()))
                        : ofViews;
        this.models = ofViews.isPresent() ? views.plain() : views;
        this.given = ModelNames.given(request);
        this.names = ModelNames.completed(given, models.models());
    }

    /**
     * Returns a recipe as YAML.
     *
     * @param folder the folder of the file that it will be in
     * @throws RecipeException if it cannot be written: a model is in memory, or it is a conversion
     */
    public static String write(Recipe recipe, Path folder) {
        return write(recipe, ModelTexts.in(new RecipeFolder(folder)));
    }

    /**
     * Returns a recipe as YAML that can be kept with the output of the merge: paths start at the
     * output, and of a model that is far from it only the last part of the path is written.
     *
     * @param output where the output goes
     * @throws RecipeException if it cannot be written: a model is in memory, or it is a conversion
     */
    public static String writeBeside(Path output, Recipe recipe) {
        PortablePaths paths = PortablePaths.from(output, recipe);
        return paths.withoutOthers(write(recipe, paths));
    }

    /** Whether a path is a name as on the Hugging Face hub, which means the same everywhere. */
    public static boolean isOnHub(Path path) {
        return RecipeFolder.isOnHub(path);
    }

    private static String write(Recipe recipe, ModelTexts texts) {
        if (recipe.stages().size() == 1) {
            return write(recipe.stages().getFirst(), texts).document();
        }
        List<YamlText> stages = new ArrayList<>();
        StageNames.named(recipe).forEach(stage -> stages.add(write(stage, texts)));
        SequencedMap<String, YamlText> root = new LinkedHashMap<>();
        root.put("stages", YamlText.lines(stages));
        return new YamlText.Fields(root, false).document();
    }

    /** Returns a request as YAML; see {@link #write(Recipe, Path)}. */
    public static String write(MergeRequest request, Path folder) {
        return write(Recipe.of(request), folder);
    }

    private static YamlText.Fields write(Recipe.Stage stage, ModelTexts texts) {
        if (stage.request().isConversion()) {
            throw unsupported(
                    RecipeCode.RECIPE_UNSUPPORTED, "A conversion cannot be written as a recipe");
        }
        if (stage.request().layout() instanceof Layout.Parts) {
            return ExpertsText.of(stage, texts);
        }
        RecipeWriter writer = new RecipeWriter(stage.request(), texts);
        if (!stage.name().isEmpty()) {
            writer.fields.put("name", YamlText.text(stage.name()));
        }
        stage.kept().ifPresent(writer::addKept);
        writer.addModels();
        new SettingsText(writer.names)
                .add(stage.request().methods(), stage.request().settings(), writer.fields);
        writer.addFilters();
        writer.addLayers();
        stage.request()
                .layerPattern()
                .ifPresent(
                        pattern ->
                                writer.fields.put(
                                        StageReader.LAYER_PATTERN, YamlText.text(pattern.regex())));
        new OutputText(stage.request()).add(stage.targetSettings(), writer.fields);
        return new YamlText.Fields(writer.fields, false);
    }

    static RecipeException unsupported(ErrorCode code, String message) {
        return new RecipeException(List.of(Problem.of(code, message)));
    }

    private void addKept(Recipe.Kept kept) {
        fields.put(
                KeptReader.KEEP,
                kept.place()
                        .map(texts::ofTarget)
                        .map(YamlText::text)
                        .orElse(YamlText.value("true")));
    }

    private void addModels() {
        fields.put(ModelReader.MODELS, models());
        switch (models.base()) {
            case BaseChoice.Unset unset -> {}
            case BaseChoice.Index(int index) ->
                    fields.put(ModelNames.BASE, name(ModelScope.model(index)));
            case BaseChoice.Other(ModelReference other) -> fields.put(ModelNames.BASE, base(other));
        }
        vocabulary
                .map(new VocabularyText(models, names, texts)::of)
                .ifPresent(text -> fields.put(VocabularyReader.VOCABULARY, text));
        if (!request.adapters().isEmpty()) {
            fields.put(AdaptersReader.ADAPTERS, adapters(request.adapters()));
        }
        if (!request.adapterSettings().isEmpty()) {
            fields.put("adapter_settings", OutputText.texts(request.adapterSettings()));
        }
    }

    // With names, models are a mapping, unless not all of them have one.
    private YamlText models() {
        List<ModelReference> models = this.models.models();
        if (!models.isEmpty() && !given.contains("")) {
            SequencedMap<String, YamlText> byName = new LinkedHashMap<>();
            for (int i = 0; i < models.size(); i++) {
                byName.put(given.get(i), reference(models.get(i)));
            }
            return new YamlText.Fields(byName, false);
        }
        List<YamlText> list = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            YamlText written = reference(models.get(i));
            list.add(
                    given.get(i).isEmpty()
                            ? written
                            : new YamlText.Fields(named(given.get(i), written), true));
        }
        return YamlText.lines(list);
    }

    private static SequencedMap<String, YamlText> named(String name, YamlText path) {
        SequencedMap<String, YamlText> fields = new LinkedHashMap<>();
        fields.put("name", YamlText.text(name));
        fields.put("path", path);
        return fields;
    }

    // A name is a text, whatever it looks like; an index is a number.
    private YamlText name(ModelScope models) {
        String name = names.nameOf(models);
        return Character.isDigit(name.charAt(0)) ? YamlText.value(name) : YamlText.text(name);
    }

    private YamlText reference(ModelReference reference) {
        if (reference instanceof ModelReference.InMemory) {
            throw unsupported(
                    RecipeCode.RECIPE_UNSUPPORTED,
                    "Model %s is in memory, and cannot be named in a recipe"
                            .formatted(reference.describe()));
        }
        return YamlText.text(texts.of(reference));
    }

    // A path that could be taken for one of the models is written as a mapping.
    private YamlText base(ModelReference other) {
        YamlText written = reference(other);
        boolean isName = names.index(texts.of(other)).isPresent();
        return isName
                ? new YamlText.Fields(new LinkedHashMap<>(Map.of("path", written)), true)
                : written;
    }

    private YamlText adapters(List<AdapterChoice> choices) {
        SequencedMap<String, YamlText> byModel = new LinkedHashMap<>();
        choices.forEach(
                choice ->
                        byModel.putIfAbsent(
                                names.nameOf(choice.models()), YamlText.text(choice.adapter())));
        Optional<YamlText> forAll = Optional.ofNullable(byModel.get(ModelNames.ALL));
        return byModel.size() == 1 && forAll.isPresent()
                ? forAll.get()
                : new YamlText.Fields(byModel, true);
    }

    private void addFilters() {
        OutputText.addTexts("include", request.included(), fields);
        OutputText.addTexts("exclude", request.excluded(), fields);
        if (!request.renames().isEmpty()) {
            fields.put(
                    RenamesReader.RENAMES,
                    YamlText.lines(request.renames().stream().map(this::rename).toList()));
        }
    }

    private YamlText rename(Rename rename) {
        SequencedMap<String, YamlText> one = new LinkedHashMap<>();
        one.put("model", name(rename.models()));
        one.put("regex", YamlText.text(rename.regex()));
        one.put("to", YamlText.text(rename.replacement()));
        return new YamlText.Fields(one, true);
    }

    private void addLayers() {
        switch (request.layout()) {
            case Layout.OfBase same -> {}
            case Layout.Given given ->
                    throw unsupported(
                            RecipeCode.RECIPE_UNSUPPORTED,
                            "A layout of %d given parameters cannot be written as a recipe"
                                    .formatted(given.parameters().size()));
            case Layout.Parts parts -> {} // Written before.
            case Layout.Slices(List<Layout.Slice> slices) ->
                    fields.put(
                            LayersReader.LAYERS,
                            YamlText.lines(slices.stream().map(this::slice).toList()));
        }
    }

    private YamlText slice(Layout.Slice slice) {
        SequencedMap<String, YamlText> one = new LinkedHashMap<>();
        one.put("from", YamlText.list(slice.sources().stream().map(this::source).toList()));
        slice.base().ifPresent(base -> one.put("base", name(base)));
        new SettingsText(names).add(List.of(), slice.settings(), one);
        return new YamlText.Fields(one, false);
    }

    private YamlText source(Layout.Source source) {
        SequencedMap<String, YamlText> one = new LinkedHashMap<>();
        one.put("model", name(source.model()));
        one.put(
                LayersReader.LAYERS,
                YamlText.list(
                        Stream.of(source.first(), source.end())
                                .<YamlText>map(end -> YamlText.value(end.toString()))
                                .toList()));
        return new YamlText.Fields(one, true);
    }
}
