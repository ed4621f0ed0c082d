package io.terge.engine.builtin;

import io.terge.spi.ParameterSelector;
import io.terge.spi.SelectorSyntaxException;
import io.terge.tensor.ParameterSpec;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Matches a parameter in whose name a regular expression is found anywhere. */
public final class RegexSelector implements ParameterSelector {

    @Override
    public String scheme() {
        return "regex";
    }

    @Override
    public String describe() {
        return "a Java regular expression, found anywhere in the name";
    }

    @Override
    public Predicate<ParameterSpec> compile(String expression) {
        Pattern pattern;
        try {
            pattern = Pattern.compile(expression);
        } catch (PatternSyntaxException fault) {
            throw new SelectorSyntaxException(fault.getDescription(), fault.getIndex());
        }
        return spec -> pattern.matcher(spec.name()).find();
    }
}
