package io.terge.engine.plan;

import io.terge.api.OptionSetting;
import io.terge.engine.filter.CompiledRule;
import io.terge.engine.filter.ParameterFilter;
import io.terge.engine.weight.WeightRules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request's rules, compiled.
 *
 * @param filter what may be merged
 * @param methods method by parameter; empty where the name is not known
 * @param weights weights by parameter
 * @param options option settings by parameter
 * @param filters the filter's selectors as rules, for messages
 * @param methodsSound whether filter and methods have no problem, so that a parameter without a
 *     method is one
 * @param weightsSound whether filter and weights have no problem, so that a zero sum is one
 */
record RequestRules(
        ParameterFilter filter,
        List<CompiledRule<Optional<DescribedMethod>>> methods,
        WeightRules weights,
        List<CompiledRule<OptionSetting>> options,
        List<CompiledRule<String>> filters,
        boolean methodsSound,
        boolean weightsSound) {

    /** All rules of all kinds. */
    Stream<CompiledRule<?>> all() {
        return Stream.of(filters, methods, weights.rules(), options)
                .<CompiledRule<?>>flatMap(List::stream);
    }
}
