package io.terge.engine.filter;

import io.terge.tensor.ParameterSpec;

import java.util.List;
import java.util.Optional;

/**
 * A rule of the request that is ready to be asked.
 *
 * @param selector which parameters it is for
 * @param value what holds for them
 * @param askedBy the rule as messages name it, e.g. {@code weights rule 1: "glob:**.bias" -> [1,
 *     2]}
 */
public record CompiledRule<T>(CompiledSelector selector, T value, String askedBy) {

    /** Returns the first of the rules that is for the parameter. */
    public static <T> Optional<CompiledRule<T>> first(
            List<CompiledRule<T>> rules, ParameterSpec spec) {
        return rules.stream().filter(rule -> rule.selector().matches(spec)).findFirst();
    }
}
