package io.terge.engine.plan.rules;

import io.terge.engine.filter.CompiledRule;
import io.terge.engine.filter.CompiledSelector;
import io.terge.engine.filter.ParameterFilter;
import io.terge.engine.setting.SettingRules;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request's rules, compiled.
 *
 * @param filter what may be merged
 * @param methods method by parameter; empty where the name is not known
 * @param settings weights and options
 * @param slices those of each slice of the layout, tried before the others
 * @param types the types of the output
 * @param filters the filter's selectors as rules, for messages
 * @param methodsSound whether filter and methods have no problem, so that a parameter without a
 *     method is one
 * @param settingsSound whether filter and settings have no problem, so that what follows from them
 *     is one
 */
public record RequestRules(
        ParameterFilter filter,
        List<CompiledRule<Optional<DescribedMethod>>> methods,
        SettingRules settings,
        List<SettingRules> slices,
        OutputTypes types,
        List<CompiledRule<String>> filters,
        boolean methodsSound,
        boolean settingsSound) {

    public RequestRules {
        methods = List.copyOf(methods);
        slices = List.copyOf(slices);
        filters = List.copyOf(filters);
    }

    /** The settings for one parameter, which may belong to a slice of the layout. */
    public SettingRules settingsOf(ParameterSpec output, OptionalInt slice) {
        SettingRules all =
                slice.isPresent() ? slices.get(slice.getAsInt()).followedBy(settings) : settings;
        return all.of(output);
    }

    /** The selectors of all rules but types, by the words in which messages name the rules. */
    public Map<String, List<CompiledSelector>> all() {
        Map<String, List<CompiledSelector>> selectors = new LinkedHashMap<>();
        Stream.concat(filters.stream(), methods.stream())
                .forEach(rule -> add(rule.askedBy(), rule.selector(), selectors));
        Stream.concat(slices.stream(), Stream.of(settings))
                .flatMap(rules -> rules.settings().stream())
                .forEach(setting -> add(setting.askedBy(), setting.selector(), selectors));
        return selectors;
    }

    private static void add(
            String askedBy, CompiledSelector selector, Map<String, List<CompiledSelector>> all) {
        all.computeIfAbsent(askedBy, any -> new ArrayList<>()).add(selector);
    }

    /** The names of the methods whose weights sum to 1. */
    public Set<String> relativeMethods() {
        return methods.stream()
                .flatMap(rule -> rule.value().stream())
                .filter(DescribedMethod::hasRelativeWeights)
                .map(DescribedMethod::name)
                .collect(Collectors.toSet());
    }
}
