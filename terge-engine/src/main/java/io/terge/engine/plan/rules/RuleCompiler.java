package io.terge.engine.plan.rules;

import io.terge.api.Layout;
import io.terge.api.MergeRequest;
import io.terge.api.ModelScope;
import io.terge.api.OutputChoice;
import io.terge.api.Rule;
import io.terge.api.Setting;
import io.terge.engine.filter.CompiledRule;
import io.terge.engine.filter.CompiledSelector;
import io.terge.engine.filter.ParameterFilter;
import io.terge.engine.filter.SelectorCompiler;
import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.Registries;
import io.terge.engine.setting.CompiledSetting;
import io.terge.engine.setting.SettingChecker;
import io.terge.engine.setting.SettingRules;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodOption;
import io.terge.tensor.DType;

import jakarta.inject.Inject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** Compiles the rules of a request, and tells all that is wrong with them. */
public final class RuleCompiler {

    private final SelectorCompiler selectors;
    private final Registries plugins;

    @Inject
    RuleCompiler(SelectorCompiler selectors, Registries plugins) {
        this.selectors = selectors;
        this.plugins = plugins;
    }

    public RequestRules compile(MergeRequest request, Consumer<Problem> problems) {
        List<Problem> inFilter = new ArrayList<>();
        List<CompiledRule<String>> included = filter("include", request.included(), inFilter::add);
        List<CompiledRule<String>> excluded = filter("exclude", request.excluded(), inFilter::add);
        List<Problem> inMethods = new ArrayList<>();
        List<CompiledRule<Optional<DescribedMethod>>> methods =
                methods(request.methods(), inMethods::add);
        List<Problem> inSettings = new ArrayList<>();
        List<CompiledSetting> settings = settings(request.settings(), "", inSettings::add);
        List<List<CompiledSetting>> slices = slices(request.layout(), inSettings::add);
        List<CompiledSetting> all = new ArrayList<>(settings);
        slices.forEach(all::addAll);
        check(all, request.models().size(), methods, inMethods.isEmpty(), inSettings::add);
        inFilter.forEach(problems);
        inMethods.forEach(problems);
        inSettings.forEach(problems);
        OutputTypes types = types(request.output(), problems);
        List<CompiledRule<String>> filters = new ArrayList<>(included);
        filters.addAll(excluded);
        return new RequestRules(
                new ParameterFilter(selectorsOf(included), selectorsOf(excluded)),
                methods,
                new SettingRules(settings),
                slices.stream().map(SettingRules::new).toList(),
                types,
                filters,
                inFilter.isEmpty() && inMethods.isEmpty(),
                inFilter.isEmpty() && inSettings.isEmpty());
    }

    private List<CompiledRule<String>> filter(
            String kind, List<String> texts, Consumer<Problem> problems) {
        List<CompiledRule<String>> compiled = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String askedBy = "%s %d: \"%s\"".formatted(kind, i + 1, texts.get(i));
            compiled.add(
                    new CompiledRule<>(
                            selectors.compile(texts.get(i), askedBy, problems),
                            texts.get(i),
                            askedBy));
        }
        return compiled;
    }

    private List<CompiledRule<Optional<DescribedMethod>>> methods(
            List<Rule<String>> requested, Consumer<Problem> problems) {
        List<CompiledRule<Optional<DescribedMethod>>> compiled = new ArrayList<>();
        for (Rule<String> rule : requested) {
            String askedBy = askedBy("method", compiled.size() + 1, rule.selector(), rule.value());
            compiled.add(
                    new CompiledRule<>(
                            selectors.compile(rule.selector(), askedBy, problems),
                            method(rule.value(), askedBy, problems),
                            askedBy));
        }
        return compiled;
    }

    private Optional<DescribedMethod> method(
            String name, String askedBy, Consumer<Problem> problems) {
        Optional<Plugin<MergeMethod>> plugin = plugins.methods().find(name);
        if (plugin.isEmpty()) {
            problems.accept(
                    plugins.methods().unknown(TergeCode.UNKNOWN_METHOD, name).causedBy(askedBy));
        }
        return plugin.flatMap(found -> describe(found, problems));
    }

    private static Optional<DescribedMethod> describe(
            Plugin<MergeMethod> plugin, Consumer<Problem> problems) {
        try {
            return Optional.of(
                    new DescribedMethod(
                            plugin,
                            plugin.call("describing itself").get(plugin.instance()::describe)));
        } catch (TergeException failure) {
            failure.problems().forEach(problems);
            return Optional.empty();
        }
    }

    private List<List<CompiledSetting>> slices(Layout layout, Consumer<Problem> problems) {
        List<List<CompiledSetting>> all = new ArrayList<>();
        if (layout instanceof Layout.Slices(List<Layout.Slice> slices)) {
            for (int s = 0; s < slices.size(); s++) {
                String of = "slice %d, ".formatted(s + 1);
                all.add(settings(slices.get(s).settings(), of, problems));
            }
        }
        return all;
    }

    private List<CompiledSetting> settings(
            List<Setting> requested, String of, Consumer<Problem> problems) {
        List<CompiledSetting> compiled = new ArrayList<>();
        int weights = 0;
        int options = 0;
        for (Setting setting : requested) {
            boolean isWeight = setting.name().equals(Setting.WEIGHT);
            String kind = isWeight ? "weights" : "option";
            int number = isWeight ? ++weights : ++options;
            String askedBy = of + askedBy(kind, number, setting.selector(), shown(setting));
            compiled.add(
                    new CompiledSetting(
                            selectors.compile(setting.selector(), askedBy, problems),
                            setting,
                            askedBy));
        }
        return compiled;
    }

    private OutputTypes types(OutputChoice output, Consumer<Problem> problems) {
        List<CompiledRule<DType>> compiled = new ArrayList<>();
        for (Rule<DType> rule : output.types()) {
            DType type = rule.value();
            String askedBy =
                    askedBy("dtype", compiled.size() + 1, rule.selector(), type.toString());
            OutputTypes.problem(type)
                    .ifPresent(problem -> problems.accept(problem.causedBy(askedBy)));
            compiled.add(
                    new CompiledRule<>(
                            selectors.compile(rule.selector(), askedBy, problems), type, askedBy));
        }
        return new OutputTypes(output.dtype(), compiled);
    }

    private static String shown(Setting setting) {
        String of =
                setting.models() instanceof ModelScope.All
                        ? ""
                        : " (model " + setting.models().text() + ")";
        String value = setting.value().text() + of;
        return setting.name().equals(Setting.WEIGHT) ? value : setting.name() + " = " + value;
    }

    private static void check(
            List<CompiledSetting> settings,
            int models,
            List<CompiledRule<Optional<DescribedMethod>>> methods,
            boolean methodsKnown,
            Consumer<Problem> problems) {
        SequencedMap<String, List<MethodOption>> declared = new LinkedHashMap<>();
        methods.stream()
                .flatMap(rule -> rule.value().stream())
                .forEach(method -> declared.put(method.name(), method.description().options()));
        SettingChecker checker = new SettingChecker(models, declared);
        for (CompiledSetting setting : settings) {
            if (setting.setting().name().equals(Setting.WEIGHT)) {
                checker.checkWeight(setting, problems);
            } else if (methodsKnown) {
                checker.checkOption(setting, problems);
            }
        }
    }

    private static String askedBy(String kind, int number, String selector, String value) {
        boolean all = selector.equals(Rule.EVERY_PARAMETER);
        String shown = all ? "every parameter" : "\"" + selector + "\"";
        return "%s rule %d: %s -> %s".formatted(kind, number, shown, value);
    }

    private static List<CompiledSelector> selectorsOf(List<CompiledRule<String>> rules) {
        return rules.stream().<CompiledSelector>map(CompiledRule::selector).toList();
    }
}
