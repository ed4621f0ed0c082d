package io.terge.api;

import static java.util.Objects.requireNonNull;

/**
 * A value for the parameters that a selector matches. In a list of rules the first match wins.
 *
 * @param selector {@code SCHEME:EXPRESSION}; plain text is a parameter's full name; {@link
 *     #EVERY_PARAMETER} matches all
 * @param value the value
 * @since 0.1
 */
public record Rule<T>(String selector, T value) {

    /** The selector of a rule for all parameters. */
    public static final String EVERY_PARAMETER = "*";

    public Rule {
        requireNonNull(selector, "selector");
        requireNonNull(value, "value");
    }

    /** Returns a rule for all parameters. */
    public static <T> Rule<T> forAll(T value) {
        return new Rule<>(EVERY_PARAMETER, value);
    }

    /** Whether this rule is for all parameters. */
    public boolean matchesAll() {
        return selector.equals(EVERY_PARAMETER);
    }
}
