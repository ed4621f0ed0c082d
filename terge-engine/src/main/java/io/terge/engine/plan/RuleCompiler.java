package io.terge.engine.plan;

import static java.util.Objects.requireNonNull;

import io.terge.api.MergeRequest;
import io.terge.api.OptionSetting;
import io.terge.api.Rule;
import io.terge.engine.filter.CompiledRule;
import io.terge.engine.filter.CompiledSelector;
import io.terge.engine.filter.ParameterFilter;
import io.terge.engine.filter.SelectorCompiler;
import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.PluginFailures;
import io.terge.engine.plugin.Registries;
import io.terge.engine.weight.WeightRules;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.spi.MergeMethod;

import jakarta.inject.Inject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Compiles the rules of a request, and tells all that is wrong with them. */
final class RuleCompiler {

    private final SelectorCompiler selectors;
    private final Registries plugins;
    private final OptionChecker optionChecker;

    @Inject
    RuleCompiler(SelectorCompiler selectors, Registries plugins, OptionChecker optionChecker) {
        this.selectors = selectors;
        this.plugins = plugins;
        this.optionChecker = optionChecker;
    }

    RequestRules compile(MergeRequest request, Consumer<Problem> problems) {
        List<Problem> inFilter = new ArrayList<>();
        List<CompiledRule<String>> included = filter("include", request.included(), inFilter::add);
        List<CompiledRule<String>> excluded = filter("exclude", request.excluded(), inFilter::add);
        List<Problem> inMethods = new ArrayList<>();
        List<CompiledRule<Optional<DescribedMethod>>> methods =
                methods(request.methods(), inMethods::add);
        List<Problem> inWeights = new ArrayList<>();
        List<CompiledRule<List<Double>>> weights =
                weights(request.weights(), request.models().size(), inWeights::add);
        List<Problem> inOptions = new ArrayList<>();
        List<CompiledRule<OptionSetting>> options =
                rules(
                        "option",
                        request.options(),
                        setting -> setting.name() + " = " + setting.value(),
                        inOptions::add);
        List<DescribedMethod> known =
                methods.stream().flatMap(rule -> rule.value().stream()).distinct().toList();
        if (inMethods.isEmpty()) {
            optionChecker.check(options, known, inOptions::add);
        }
        inFilter.forEach(problems);
        inMethods.forEach(problems);
        inWeights.forEach(problems);
        inOptions.forEach(problems);
        List<CompiledRule<String>> filters = new ArrayList<>(included);
        filters.addAll(excluded);
        return new RequestRules(
                new ParameterFilter(selectorsOf(included), selectorsOf(excluded)),
                methods,
                new WeightRules(weights),
                options,
                filters,
                inFilter.isEmpty() && inMethods.isEmpty(),
                inFilter.isEmpty() && inWeights.isEmpty());
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
        return rules("method", requested, Function.identity(), problems).stream()
                .map(
                        rule ->
                                new CompiledRule<>(
                                        rule.selector(),
                                        method(rule.value(), rule.askedBy(), problems),
                                        rule.askedBy()))
                .toList();
    }

    private Optional<DescribedMethod> method(
            String name, String askedBy, Consumer<Problem> problems) {
        Optional<Plugin<MergeMethod>> plugin = plugins.methods().find(name);
        if (plugin.isEmpty()) {
            problems.accept(
                    plugins.methods()
                            .unknown(ErrorCode.UNKNOWN_METHOD, name)
                            .note("asked for by: " + askedBy));
        }
        return plugin.flatMap(found -> describe(found, problems));
    }

    private static Optional<DescribedMethod> describe(
            Plugin<MergeMethod> plugin, Consumer<Problem> problems) {
        try {
            return Optional.of(
                    new DescribedMethod(
                            plugin.name(),
                            PluginFailures.guard(
                                    plugin,
                                    "describing itself",
                                    () -> requireNonNull(plugin.instance().describe()))));
        } catch (TergeException failure) {
            failure.problems().forEach(problems);
            return Optional.empty();
        }
    }

    private List<CompiledRule<List<Double>>> weights(
            List<Rule<List<Double>>> requested, int models, Consumer<Problem> problems) {
        List<CompiledRule<List<Double>>> compiled =
                rules("weights", requested, List::toString, problems);
        for (CompiledRule<List<Double>> rule : compiled) {
            checkWeights(rule, models, problems);
        }
        // Lists of the wrong length have been told of; the rest of the request is still checked.
        return compiled.stream().filter(rule -> rule.value().size() == models).toList();
    }

    private static void checkWeights(
            CompiledRule<List<Double>> rule, int models, Consumer<Problem> problems) {
        List<Double> weights = rule.value();
        if (weights.size() != models) {
            problems.accept(
                    Problem.of(
                                    ErrorCode.WEIGHTS_WRONG_LENGTH,
                                    "One weight for each model makes %d, not %d: %s"
                                            .formatted(models, weights.size(), weights))
                            .note("asked for by: " + rule.askedBy())
                            .fix("give one weight for each model, in the models' order"));
        }
        for (int i = 0; i < weights.size(); i++) {
            if (!Double.isFinite(weights.get(i))) {
                problems.accept(
                        Problem.of(
                                        ErrorCode.WEIGHTS_NOT_FINITE,
                                        "Weight %d of %s is not a finite number: %s"
                                                .formatted(i + 1, weights, weights.get(i)))
                                .note("asked for by: " + rule.askedBy())
                                .fix("give finite numbers; only their proportions matter"));
            }
        }
    }

    private <T> List<CompiledRule<T>> rules(
            String kind,
            List<Rule<T>> requested,
            Function<T, String> show,
            Consumer<Problem> problems) {
        List<CompiledRule<T>> compiled = new ArrayList<>();
        for (int i = 0; i < requested.size(); i++) {
            Rule<T> rule = requested.get(i);
            String selector = rule.matchesAll() ? "every parameter" : "\"" + rule.selector() + "\"";
            String askedBy =
                    "%s rule %d: %s -> %s"
                            .formatted(kind, i + 1, selector, show.apply(rule.value()));
            CompiledSelector matching =
                    rule.matchesAll()
                            ? CompiledSelector.everyParameter()
                            : selectors.compile(rule.selector(), askedBy, problems);
            compiled.add(new CompiledRule<>(matching, rule.value(), askedBy));
        }
        return compiled;
    }

    private static List<CompiledSelector> selectorsOf(List<CompiledRule<String>> rules) {
        return rules.stream().<CompiledSelector>map(CompiledRule::selector).toList();
    }
}
