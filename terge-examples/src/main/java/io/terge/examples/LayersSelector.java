package io.terge.examples;

import io.terge.spi.selector.ParameterSelector;
import io.terge.spi.selector.SelectorSyntaxException;
import io.terge.tensor.ParameterSpec;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Selects parameters by the number of their layer: {@code layers:3} or {@code layers:0-5}. */
public final class LayersSelector implements ParameterSelector {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");
    private static final Pattern LAYER = Pattern.compile("(?:^|\\.)layers?\\.(\\d{1,6})(?:\\.|$)");

    public LayersSelector() {}

    @Override
    public String scheme() {
        return "layers";
    }

    // tag::readme
    @Override
    public Predicate<ParameterSpec> compile(String expression) {
        Matcher range = RANGE.matcher(expression);
        if (!range.matches()) {
            throw new SelectorSyntaxException("Expected a layer N or a range N-M", 0);
        }
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        return parameter -> {
            Matcher layer = LAYER.matcher(parameter.name());
            return layer.find()
                    && Integer.parseInt(layer.group(1)) >= first
                    && Integer.parseInt(layer.group(1)) <= last;
        };
    }
    // end::readme
}
