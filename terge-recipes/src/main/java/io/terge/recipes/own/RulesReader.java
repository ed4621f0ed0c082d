package io.terge.recipes.own;

import io.terge.api.Rule;
import io.terge.api.Setting;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code rules}: methods, weights and options of the parameters that selectors match. */
final class RulesReader {

    static final String RULES = "rules";
    static final String FOR = "for";
    static final String METHOD = "method";

    private final ModelNames names;
    private final Problems problems;
    private final Values values;
    private final boolean haveMethods;
    private final List<Rule<String>> methods = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();

    /**
     * @param haveMethods whether rules may name a method
     */
    RulesReader(ModelNames names, Problems problems, boolean haveMethods) {
        this.names = names;
        this.problems = problems;
        this.haveMethods = haveMethods;
        this.values = new Values(problems);
    }

    /** The settings of the rules of a slice. */
    static List<Setting> ofSlice(ModelNames names, Problems problems, Section slice) {
        RulesReader rules = new RulesReader(names, problems, false);
        slice.get(RULES).ifPresent(node -> rules.read(node, slice.path(RULES)));
        return rules.settings();
    }

    List<Rule<String>> methods() {
        return List.copyOf(methods);
    }

    List<Setting> settings() {
        return List.copyOf(settings);
    }

    void read(Node node, String path) {
        List<Node> items = values.items(node, path, "a list of rules");
        for (int i = 0; i < items.size(); i++) {
            String each = path + "." + i;
            values.mapping(items.get(i), each, "a mapping with 'for'")
                    .ifPresent(fields -> read(new Section(fields, each, problems)));
        }
    }

    private void read(Section rule) {
        List<String> selectors =
                rule.required(FOR)
                        .map(node -> values.texts(node, rule.path(FOR)))
                        .orElse(List.of());
        if (haveMethods) {
            rule.text(METHOD)
                    .ifPresent(
                            method ->
                                    selectors.forEach(one -> methods.add(new Rule<>(one, method))));
        }
        // Read once, so that what is wrong is reported once.
        List<Setting> own = new SettingsReader(names, problems).read(rule, ModelNames.ALL);
        for (String selector : selectors) {
            own.forEach(
                    one ->
                            settings.add(
                                    new Setting(selector, one.models(), one.name(), one.value())));
        }
        rule.end();
    }
}
