package io.terge.engine.builtin;

import io.terge.spi.selector.ParameterSelector;
import io.terge.tensor.ParameterSpec;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Matches a parameter whose whole name fits a pattern: {@code *} stands for any text without a dot,
 * {@code **} for any text, {@code ?} for one character that is not a dot.
 */
public final class GlobSelector implements ParameterSelector {

    private static final Pattern WILDCARD = Pattern.compile("\\*\\*|\\*|\\?");

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
        StringBuilder regex = new StringBuilder();
        Matcher wildcard = WILDCARD.matcher(expression);
        int literal = 0;
        while (wildcard.find()) {
            regex.append(Pattern.quote(expression.substring(literal, wildcard.start())));
            regex.append(
                    switch (wildcard.group()) {
                        case "**" -> ".*";
                        case "*" -> "[^.]*";
                        default -> "[^.]";
                    });
            literal = wildcard.end();
        }
        regex.append(Pattern.quote(expression.substring(literal)));
        Pattern pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
        return spec -> pattern.matcher(spec.name()).matches();
    }
}
