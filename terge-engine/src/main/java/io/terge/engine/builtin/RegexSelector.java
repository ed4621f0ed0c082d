package io.terge.engine.builtin;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.spi.selector.ParameterSelector;
import io.terge.spi.selector.RegexInput;
import io.terge.spi.selector.SelectorSyntaxException;
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
        return spec -> found(pattern, spec.name());
    }

    // Java's matcher calls itself for every repetition of a group.
    private static boolean found(Pattern pattern, String name) {
        try {
            return pattern.matcher(RegexInput.of(name)).find();
        } catch (RegexInput.LimitException endless) {
            throw endless.isInterrupted()
                    ? new TergeException(
                            Problem.of(TergeCode.CANCELLED, "The merge was cancelled"), endless)
                    : new TergeException(
                            Problem.of(
                                            TergeCode.INVALID_SELECTOR,
                                            "\"regex:%s\" takes too many steps for a name of %d characters"
                                                    .formatted(pattern, name.length()))
                                    .fix("avoid nested repetition such as (a+)+"),
                            endless);
        } catch (StackOverflowError tooDeep) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.INVALID_SELECTOR,
                                    "\"regex:%s\" needs too much recursion for a name of %d characters"
                                            .formatted(pattern, name.length()))
                            .fix("repeat a character class such as [ab]* instead of a group"),
                    tooDeep);
        }
    }
}
