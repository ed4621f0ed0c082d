package io.terge.recipes.own;

import io.terge.api.LayerPattern;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.ModelScope;
import io.terge.api.Rule;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.api.Vocabularies;
import io.terge.model.ModelReference;
import io.terge.recipes.Recipe;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Place;
import io.terge.recipes.yaml.Problems;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Reads one merge. */
final class StageReader {

    private final Section root;
    private final ModelReader models;
    private final Problems problems;
    private final Values values;
    static final String LAYER_PATTERN = "layer_pattern";

    private final MergeRequestBuilder request = MergeRequest.builder();

    StageReader(Section root, ModelReader models, Problems problems) {
        this.root = root;
        this.models = models;
        this.problems = problems;
        this.values = new Values(problems);
    }

    /** Reads all keys, and reports those that are unknown. */
    Recipe.Stage read(String name, Optional<Recipe.Kept> kept) {
        List<ModelEntry> entries =
                root.required(ModelReader.MODELS).map(models::readAll).orElse(List.of());
        ModelNames names =
                ModelNames.completed(
                        entries.stream().map(ModelEntry::name).toList(),
                        entries.stream().map(ModelEntry::reference).toList());
        for (int i = 0; i < entries.size(); i++) {
            request.model(entries.get(i).reference());
            if (!entries.get(i).name().isEmpty()) {
                request.name(i, entries.get(i).name());
            }
        }
        Optional<ModelEntry> base = new BaseReader(names, models, problems).read(root, request);
        adapters(entries, base, names);
        settings(entries, base, names);
        request.include(root.texts("include").toArray(String[]::new));
        request.exclude(root.texts("exclude").toArray(String[]::new));
        RenamesReader renames = new RenamesReader(names, problems);
        root.get(RenamesReader.RENAMES).map(renames::read).ifPresent(request::renames);
        root.get(LayersReader.LAYERS)
                .flatMap(new LayersReader(names, problems)::read)
                .ifPresent(request::layout);
        root.get(LAYER_PATTERN, this::layerPattern).ifPresent(request::layerPattern);
        vocabulary(entries, base, names);
        OutputReader output = new OutputReader(models.folder(), problems);
        output.readTypes(root, request);
        OutputReader.refuseTarget(root);
        SortedMap<String, String> target = output.readOutput(root, request);
        return new Recipe.Stage(name, request.build(), target, kept);
    }

    private Optional<LayerPattern> layerPattern(Node node, String what) {
        return values.parsed(node, what, LayerPattern::new);
    }

    private void vocabulary(List<ModelEntry> entries, Optional<ModelEntry> base, ModelNames names) {
        List<ModelReference> listed = entries.stream().map(ModelEntry::reference).toList();
        Optional<ModelReference> from =
                base.map(ModelEntry::reference)
                        .or(() -> Vocabularies.of(request.build()).baseModel());
        VocabularyReader reader = new VocabularyReader(names, listed, from, models, problems);
        root.get(VocabularyReader.VOCABULARY).flatMap(reader::read).ifPresent(request::vocabulary);
    }

    private void adapters(List<ModelEntry> entries, Optional<ModelEntry> base, ModelNames names) {
        for (int i = 0; i < entries.size(); i++) {
            ModelScope model = ModelScope.model(i);
            entries.get(i).adapter().ifPresent(adapter -> request.adapter(model, adapter));
        }
        base.flatMap(ModelEntry::adapter)
                .ifPresent(adapter -> request.adapter(ModelScope.base(), adapter));
        AdaptersReader adapters = new AdaptersReader(names, problems);
        root.get(AdaptersReader.ADAPTERS)
                .map(adapters::read)
                .orElse(List.of())
                .forEach(choice -> request.adapter(choice.models(), choice.adapter()));
        String settings = "adapter_settings";
        root.get(settings, (node, what) -> values.mapping(node, what, "a mapping"))
                .map(
                        mapping ->
                                new OutputReader(models.folder(), problems)
                                        .texts(mapping, settings))
                .ifPresent(texts -> texts.forEach(request::adapterSetting));
    }

    // Rules come first; then what is said of a model itself, then what is said of all.
    private void settings(List<ModelEntry> entries, Optional<ModelEntry> base, ModelNames names) {
        RulesReader rules = new RulesReader(names, problems, true);
        root.get(RulesReader.RULES).ifPresent(node -> rules.read(node, RulesReader.RULES));
        rules.methods().forEach(rule -> request.method(rule.selector(), rule.value()));
        root.text(RulesReader.METHOD).ifPresent(request::method);
        rules.settings().forEach(request::set);
        SettingsReader reader = new SettingsReader(names, problems);
        List<Setting> own = new ArrayList<>();
        Map<ModelScope, Place> places = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            ModelScope model = ModelScope.model(i);
            places.put(model, entries.get(i).place());
            entries.get(i).more().ifPresent(section -> own.addAll(ofModel(reader, section, model)));
        }
        base.flatMap(ModelEntry::more)
                .ifPresent(section -> own.addAll(ofModel(reader, section, ModelScope.base())));
        List<Setting> all = reader.read(root, Rule.EVERY_PARAMETER);
        own.forEach(one -> checkGivenOnce(one, all, places, names));
        own.forEach(request::set);
        all.forEach(request::set);
    }

    private static List<Setting> ofModel(SettingsReader reader, Section section, ModelScope model) {
        List<Setting> settings = reader.readOfModel(section, model);
        section.end();
        return settings;
    }

    private void checkGivenOnce(
            Setting own, List<Setting> all, Map<ModelScope, Place> places, ModelNames names) {
        boolean isAgain =
                all.stream()
                        .filter(other -> other.name().equals(own.name()))
                        .anyMatch(
                                other ->
                                        other.models().equals(own.models())
                                                || other.value() instanceof SettingValue.PerModel
                                                        && own.models()
                                                                instanceof ModelScope.Index);
        if (isAgain) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    places.getOrDefault(own.models(), root.place()),
                    "The %s of '%s' is given twice: in the model, and by 'weights' or 'options'"
                            .formatted(
                                    own.name().equals(Setting.WEIGHT)
                                            ? "weight"
                                            : "option '%s'".formatted(own.name()),
                                    names.nameOf(own.models())),
                    "keep one of them");
        }
    }
}
