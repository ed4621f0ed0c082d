package io.terge.cli.args;

import picocli.CommandLine.TypeConversionException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number as it is typed in weights and gradients. */
final class NumberText {

    // Less than Double.parseDouble accepts: "1f" and "0x1p3" are typing errors here.
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

    // These are numbers too: the planner refuses them, together with all other problems.
    private static final Pattern NOT_FINITE =
            Pattern.compile("([+-]?)(?:(nan)|inf(?:inity)?)", Pattern.CASE_INSENSITIVE);

    private NumberText() {}

    /**
     * Reads a number.
     *
     * @param text the number, perhaps with spaces around it
     * @param hint what is expected, for the message
     * @throws TypeConversionException if it is none
     */
    static double parse(String text, String hint) {
        String word = text.strip();
        Matcher notFinite = NOT_FINITE.matcher(word);
        if (notFinite.matches()) {
            return Double.parseDouble(
                    notFinite.group(1) + (notFinite.group(2) != null ? "NaN" : "Infinity"));
        }
        if (!NUMBER.matcher(word).matches()) {
            throw new TypeConversionException(
                    "expected a number, got '%s'; %s".formatted(word, hint));
        }
        return Double.parseDouble(word);
    }
}
