package io.terge.engine.builtin;

import io.terge.spi.selector.ParameterSelector;
import io.terge.tensor.ParameterSpec;

import java.util.function.Predicate;

/**
 * Matches a parameter whose whole name fits a pattern: {@code *} stands for any text without a dot,
 * {@code **} for any text, {@code ?} for one character that is not a dot.
 */
public final class GlobSelector implements ParameterSelector {

    @Override
    public String scheme() {
        return "glob";
    }

    @Override
    public String describe() {
        return "the whole name; * within a dotted part, ** across parts, ? one character";
    }

    @Override
    public Predicate<ParameterSpec> compile(String expression) {
        GlobPattern pattern = GlobPattern.of(expression);
        return spec -> pattern.matches(spec.name());
    }
}
