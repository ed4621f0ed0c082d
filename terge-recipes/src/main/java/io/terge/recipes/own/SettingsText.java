package io.terge.recipes.own;

import io.terge.api.ModelScope;
import io.terge.api.Rule;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.recipes.RecipeCode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Writes methods, weights and options: rules for selectors, then what is for all parameters.
 * Settings of different names do not affect each other, so that their order may change.
 *
 * @param names the models
 */
record SettingsText(ModelNames names) {

    /** The name of a method among settings; no option can have it. */
    private static final String METHOD = "";

    /** The settings of one selector, by name. */
    private record Part(String selector, SequencedMap<String, List<Setting>> byName) {

        Part(String selector) {
            this(selector, new LinkedHashMap<>());
        }

        boolean has(String name) {
            return byName.containsKey(name);
        }
    }

    /** Adds the keys of methods and settings. */
    void add(
            List<Rule<String>> methods, List<Setting> settings, SequencedMap<String, YamlText> to) {
        List<Setting> all = new ArrayList<>();
        for (Rule<String> method : methods) {
            all.add(
                    new Setting(
                            method.selector(),
                            ModelScope.all(),
                            METHOD,
                            SettingValue.of(method.value())));
        }
        all.addAll(settings);
        Part rest = new Part(Rule.EVERY_PARAMETER);
        List<Part> rules = split(all, rest);
        addFields(rest, to);
        if (!rules.isEmpty()) {
            List<YamlText> texts = new ArrayList<>();
            for (Part rule : rules) {
                SequencedMap<String, YamlText> fields = new LinkedHashMap<>();
                fields.put(RulesReader.FOR, YamlText.text(rule.selector()));
                addFields(rule, fields);
                texts.add(new YamlText.Fields(fields, false));
            }
            to.put(RulesReader.RULES, YamlText.lines(texts));
        }
    }

    /** Moves what is for all parameters into one part, and returns the rules before it. */
    private static List<Part> split(List<Setting> settings, Part rest) {
        Set<String> inOrder = new LinkedHashSet<>();
        settings.forEach(setting -> inOrder.add(setting.name()));
        Set<Integer> last = new HashSet<>();
        for (String name : inOrder) {
            List<Setting> suffix = new ArrayList<>();
            for (int i = settings.size() - 1; i >= 0; i--) {
                Setting setting = settings.get(i);
                if (setting.name().equals(name)) {
                    if (!setting.selector().equals(Rule.EVERY_PARAMETER)
                            || !fits(setting, suffix)) {
                        break;
                    }
                    suffix.addFirst(setting);
                    last.add(i);
                }
            }
            if (!suffix.isEmpty()) {
                rest.byName().put(name, suffix);
            }
        }
        List<Part> rules = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            if (!last.contains(i)) {
                place(settings.get(i), rules);
            }
        }
        return rules;
    }

    // No rule in between has the same name: the order of settings of one name stays.
    private static void place(Setting setting, List<Part> rules) {
        for (Part rule : rules.reversed()) {
            List<Setting> same = rule.byName().getOrDefault(setting.name(), List.of());
            if (rule.selector().equals(setting.selector()) && fits(setting, same)) {
                rule.byName()
                        .computeIfAbsent(setting.name(), name -> new ArrayList<>())
                        .add(setting);
                return;
            }
            if (rule.has(setting.name())) {
                break;
            }
        }
        Part added = new Part(setting.selector());
        added.byName().put(setting.name(), new ArrayList<>(List.of(setting)));
        rules.add(added);
    }

    // A mapping has one value for a model; a value for each model stands alone.
    private static boolean fits(Setting setting, List<Setting> others) {
        return others.isEmpty()
                || !(setting.value() instanceof SettingValue.PerModel)
                        && others.stream()
                                .noneMatch(
                                        other ->
                                                other.value() instanceof SettingValue.PerModel
                                                        || other.models().equals(setting.models()));
    }

    private void addFields(Part part, SequencedMap<String, YamlText> to) {
        SequencedMap<String, YamlText> options = new LinkedHashMap<>();
        part.byName()
                .forEach(
                        (name, settings) -> {
                            if (name.equals(METHOD)) {
                                to.put(
                                        RulesReader.METHOD,
                                        YamlText.text(settings.getFirst().value().text()));
                            } else if (name.equals(Setting.WEIGHT)) {
                                to.put(SettingsReader.WEIGHTS, value(settings));
                            } else {
                                options.put(name, value(settings));
                            }
                        });
        if (!options.isEmpty()) {
            to.put(SettingsReader.OPTIONS, new YamlText.Fields(options, true));
        }
    }

    private YamlText value(List<Setting> settings) {
        Setting first = settings.getFirst();
        if (first.value() instanceof SettingValue.PerModel(List<SettingValue> values)) {
            return perModel(first, values);
        }
        boolean isWeight = first.name().equals(Setting.WEIGHT);
        boolean isForAll = settings.size() == 1 && first.models() instanceof ModelScope.All;
        if (isForAll && !(isWeight && first.value() instanceof SettingValue.Gradient)) {
            return value(first.value());
        }
        SequencedMap<String, YamlText> byModel = new LinkedHashMap<>();
        inOrder(settings)
                .forEach(
                        setting ->
                                byModel.put(
                                        names.nameOf(setting.models()), value(setting.value())));
        return new YamlText.Fields(byModel, true);
    }

    // Settings of different models do not affect each other; one for all or the base may.
    private static List<Setting> inOrder(List<Setting> settings) {
        boolean areApart =
                settings.stream().allMatch(setting -> setting.models() instanceof ModelScope.Index);
        return areApart
                ? settings.stream().sorted(Comparator.comparingInt(SettingsText::index)).toList()
                : settings;
    }

    private static int index(Setting setting) {
        return setting.models() instanceof ModelScope.Index(int index) ? index : -1;
    }

    private YamlText perModel(Setting setting, List<SettingValue> values) {
        if (values.size() != names.count()) {
            throw RecipeWriter.unsupported(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    "'%s' has %d values, but there are %d models"
                            .formatted(setting.name(), values.size(), names.count()));
        }
        SequencedMap<String, YamlText> byModel = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            byModel.put(names.nameOf(i), value(values.get(i)));
        }
        return new YamlText.Fields(byModel, true);
    }

    private static YamlText value(SettingValue value) {
        return switch (value) {
            case SettingValue.Single(String text) -> YamlText.value(text);
            case SettingValue.Gradient(List<Double> anchors) ->
                    YamlText.list(
                            anchors.stream()
                                    .<YamlText>map(
                                            anchor ->
                                                    YamlText.value(SettingValue.of(anchor).text()))
                                    .toList());
            case SettingValue.PerModel(List<SettingValue> values) ->
                    YamlText.list(values.stream().map(SettingsText::value).toList());
        };
    }
}
