package io.terge.engine.filter;

import io.terge.api.Action.Reason;
import io.terge.tensor.ParameterSpec;

import java.util.List;
import java.util.Optional;

/**
 * What may be merged: what is included, less what is excluded.
 *
 * @param included selectors of what may be merged; none for everything
 * @param excluded selectors of what may not
 */
public record ParameterFilter(List<CompiledSelector> included, List<CompiledSelector> excluded) {

    public ParameterFilter {
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
    }

    /** Returns why the parameter may not be merged, or nothing if it may. */
    public Optional<Reason> refuses(ParameterSpec spec) {
        if (!included.isEmpty() && !anyMatches(included, spec)) {
            return Optional.of(Reason.NOT_INCLUDED);
        }
        return anyMatches(excluded, spec) ? Optional.of(Reason.EXCLUDED) : Optional.empty();
    }

    private static boolean anyMatches(List<CompiledSelector> selectors, ParameterSpec spec) {
        return selectors.stream().anyMatch(selector -> selector.matches(spec));
    }
}
