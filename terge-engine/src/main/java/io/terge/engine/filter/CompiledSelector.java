package io.terge.engine.filter;

import io.terge.tensor.ParameterSpec;

import java.util.function.Predicate;

/**
 * A selector that is ready to be asked.
 *
 * @param text as the request has it
 * @param predicate whether a parameter is meant
 */
public record CompiledSelector(String text, Predicate<ParameterSpec> predicate) {

    /** Returns the selector that matches all parameters. */
    public static CompiledSelector everyParameter() {
        return new CompiledSelector("every parameter", spec -> true);
    }

    /** Whether the parameter is meant. */
    public boolean matches(ParameterSpec spec) {
        return predicate.test(spec);
    }
}
