package io.terge.cli.args;

import io.terge.api.Rule;

import picocli.CommandLine.TypeConversionException;

/**
 * A {@code SELECTOR=VALUE} or a bare {@code VALUE}, which is for every parameter.
 *
 * @param selector the selector, or {@link Rule#EVERY_PARAMETER}
 * @param value the value, never empty
 */
record Selected(String selector, String value) {

    /**
     * Splits at the last {@code =}: a selector may hold more of them, a value none.
     *
     * @param text what was typed
     * @param meaning what the value is, for messages, e.g. {@code "weights"}
     */
    static Selected parse(String text, String meaning) {
        int split = text.lastIndexOf('=');
        String value = text.substring(split + 1);
        if (value.isBlank()) {
            throw new TypeConversionException(
                    "'%s' has no %s%s".formatted(text, meaning, split < 0 ? "" : " after the '='"));
        }
        if (split < 0) {
            return new Selected(Rule.EVERY_PARAMETER, value);
        }
        if (split == 0) {
            throw new TypeConversionException(
                    "'%s' has no selector before the '='; for every parameter, leave out the '='"
                            .formatted(text));
        }
        return new Selected(text.substring(0, split), value);
    }
}
