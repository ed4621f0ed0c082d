package io.terge.engine.filter;

import io.terge.tensor.ParameterSpec;

import java.util.function.Predicate;

/** A selector that is ready to be asked, and remembers whether it has matched anything. */
public final class CompiledSelector {

    private final String text;
    private final Predicate<ParameterSpec> predicate;
    private boolean matched;

    /**
     * Makes a selector for one request, which one thread plans.
     *
     * @param text as the request has it
     * @param predicate whether a parameter is meant
     */
    public CompiledSelector(String text, Predicate<ParameterSpec> predicate) {
        this.text = text;
        this.predicate = predicate;
    }

    /** Returns the selector that matches all parameters. */
    public static CompiledSelector everyParameter() {
        return new CompiledSelector("every parameter", spec -> true);
    }

    /** The selector as the request has it. */
    public String text() {
        return text;
    }

    /** Whether the parameter is meant. */
    public boolean matches(ParameterSpec spec) {
        boolean matches = predicate.test(spec);
        matched |= matches;
        return matches;
    }

    /** Whether any parameter was meant so far. */
    public boolean hasMatched() {
        return matched;
    }
}
