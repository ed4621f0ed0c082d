package io.terge.engine.builtin;

import io.terge.spi.selector.ParameterSelector;
import io.terge.tensor.ParameterSpec;

import java.util.function.Predicate;

/** Matches a parameter by its whole name. */
public final class ExactSelector implements ParameterSelector {

    @Override
    public String scheme() {
        return "exact";
    }

    @Override
    public String describe() {
        return "the parameter's whole name; plain text means the same";
    }

    @Override
    public Predicate<ParameterSpec> compile(String expression) {
        return spec -> spec.name().equals(expression);
    }
}
