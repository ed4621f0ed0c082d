package io.terge.recipes.own;

import io.terge.api.ModelScope;
import io.terge.api.Rule;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads {@code weights} and {@code options}: values for all models, or by model.
 *
 * @param names the models
 * @param problems told of what is wrong
 */
record SettingsReader(ModelNames names, Problems problems) {

    static final String WEIGHTS = "weights";
    static final String OPTIONS = "options";

    private static final String BY_NAME = "a mapping from options to values";

    /** Reads a value of a setting. */
    private interface Reader extends BiFunction<Node, String, Optional<SettingValue>> {}

    /** Reads the weights and options of parameters. */
    List<Setting> read(Section section, String selector) {
        List<Setting> settings = new ArrayList<>();
        section.get(WEIGHTS)
                .ifPresent(
                        weights ->
                                settings.addAll(weights(weights, section.path(WEIGHTS), selector)));
        options(section)
                .forEach(
                        (name, field) ->
                                settings.addAll(
                                        option(name, field, section.path(OPTIONS), selector)));
        return settings;
    }

    /** Reads the weight and the options of one model, for all parameters. */
    List<Setting> readOfModel(Section section, ModelScope model) {
        List<Setting> settings = new ArrayList<>();
        section.get(Setting.WEIGHT, values()::weight)
                .map(weight -> ofModel(model, Setting.WEIGHT, weight))
                .ifPresent(settings::add);
        options(section)
                .forEach(
                        (name, field) ->
                                values().option(field.value(), section.path(OPTIONS) + "." + name)
                                        .map(value -> ofModel(model, name, value))
                                        .ifPresent(settings::add));
        return settings;
    }

    /** The options of a section by name; what is a weight is reported, and left out. */
    private Map<String, Node.Field> options(Section section) {
        Map<String, Node.Field> options = new LinkedHashMap<>();
        section.get(OPTIONS, (node, what) -> values().mapping(node, what, BY_NAME))
                .ifPresent(mapping -> options.putAll(mapping.fields()));
        for (String weight : List.of(Setting.WEIGHT, WEIGHTS)) {
            Optional.ofNullable(options.remove(weight))
                    .ifPresent(
                            field ->
                                    problems.add(
                                            RecipeCode.RECIPE_UNKNOWN_KEY,
                                            field.key(),
                                            "'%s.%s' is not an option"
                                                    .formatted(section.path(OPTIONS), weight),
                                            "write 'weights' beside 'options', or 'weight' in a"
                                                    + " model"));
        }
        return options;
    }

    private List<Setting> weights(Node node, String what, String selector) {
        return switch (node) {
            case Node.Fields fields ->
                    byModel(fields, what, selector, Setting.WEIGHT, values()::weight);
            case Node.Items items -> inOrder(items, what, selector);
            case Node.Scalar scalar ->
                    values().weight(scalar, what).stream()
                            .map(value -> forAll(selector, Setting.WEIGHT, value))
                            .toList();
            case Node.Nothing nothing -> {
                problems.unexpected(nothing, what, "a mapping from models to weights, or a list");
                yield List.of();
            }
        };
    }

    private List<Setting> inOrder(Node.Items items, String what, String selector) {
        if (items.values().size() != names.count()) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    items.place(),
                    "'%s': expected %d weights (one per model), got %d"
                            .formatted(what, names.count(), items.values().size()));
            return List.of();
        }
        List<SettingValue> values = new ArrayList<>();
        for (Node item : items.values()) {
            values().weight(item, what + "." + values.size()).ifPresent(values::add);
        }
        return List.of(forAll(selector, Setting.WEIGHT, new SettingValue.PerModel(values)));
    }

    private List<Setting> option(String name, Node.Field field, String what, String selector) {
        String path = what + "." + name;
        return field.value() instanceof Node.Fields fields
                ? byModel(fields, path, selector, name, values()::option)
                : values().option(field.value(), path).stream()
                        .map(value -> forAll(selector, name, value))
                        .toList();
    }

    private List<Setting> byModel(
            Node.Fields fields, String what, String selector, String name, Reader reader) {
        Map<ModelScope, SettingValue> byModel = new LinkedHashMap<>();
        fields.fields()
                .forEach(
                        (key, field) -> {
                            Optional<ModelScope> model = names.any(key, field.key(), problems);
                            Optional<SettingValue> value =
                                    reader.apply(field.value(), what + "." + key);
                            if (model.isPresent()
                                    && value.isPresent()
                                    && byModel.putIfAbsent(model.get(), value.get()) != null) {
                                problems.add(
                                        RecipeCode.RECIPE_INVALID_VALUE,
                                        field.key(),
                                        "'%s' has two values for the same model".formatted(what));
                            }
                        });
        return settings(byModel, selector, name);
    }

    // A value for every model is one setting, as on the command line.
    private List<Setting> settings(
            Map<ModelScope, SettingValue> byModel, String selector, String name) {
        List<SettingValue> all = new ArrayList<>();
        for (int i = 0; i < names.count(); i++) {
            Optional.ofNullable(byModel.get(ModelScope.model(i))).ifPresent(all::add);
        }
        if (all.size() == names.count() && all.size() == byModel.size()) {
            return List.of(forAll(selector, name, new SettingValue.PerModel(all)));
        }
        return byModel.entrySet().stream()
                .map(entry -> new Setting(selector, entry.getKey(), name, entry.getValue()))
                .toList();
    }

    private static Setting ofModel(ModelScope model, String name, SettingValue value) {
        return new Setting(Rule.EVERY_PARAMETER, model, name, value);
    }

    private static Setting forAll(String selector, String name, SettingValue value) {
        return new Setting(selector, ModelScope.all(), name, value);
    }

    private Values values() {
        return new Values(problems);
    }
}
