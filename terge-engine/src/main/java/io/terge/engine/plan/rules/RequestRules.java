package io.terge.engine.plan.rules;

import io.terge.engine.filter.CompiledRule;
import io.terge.engine.filter.ParameterFilter;
import io.terge.engine.setting.CompiledSetting;
import io.terge.engine.setting.SettingRules;
import io.terge.tensor.ParameterSpec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request's rules, compiled.
 *
 * @param filter what may be merged
 * @param methods method by parameter; empty where the name is not known
 * @param settings weights and options
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
        List<CompiledRule<String>> filters,
        boolean methodsSound,
        boolean settingsSound) {

    /** Which parameters each rule is for, by the words in which messages name it. */
    public Map<String, Predicate<ParameterSpec>> all() {
        Stream<Map.Entry<String, Predicate<ParameterSpec>>> rules =
                Stream.concat(filters.stream(), methods.stream())
                        .map(rule -> Map.entry(rule.askedBy(), rule.selector()::matches));
        Stream<Map.Entry<String, Predicate<ParameterSpec>>> set =
                settings.settings().stream().map(RequestRules::entry);
        return Stream.concat(rules, set)
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                Predicate::or,
                                LinkedHashMap::new));
    }

    private static Map.Entry<String, Predicate<ParameterSpec>> entry(CompiledSetting setting) {
        return Map.entry(setting.askedBy(), setting.selector()::matches);
    }
}
