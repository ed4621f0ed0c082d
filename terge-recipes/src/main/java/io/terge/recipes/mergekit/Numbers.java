package io.terge.recipes.mergekit;

import io.terge.recipes.yaml.Node;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers as mergekit reads them: flags and texts are numbers, too. */
final class Numbers {

    private static final Set<String> TRUE = Set.of("true", "yes", "on");
    private static final Set<String> FALSE = Set.of("false", "no", "off");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:[eE][+-]?\\d+)?");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,8}");

    private Numbers() {}

    /** Returns the finite number that a scalar is; nothing if it is none. */
    static OptionalDouble of(Node.Scalar scalar) {
        String text = scalar.text().strip();
        if (!scalar.isQuoted()) {
            if (isWord(text, TRUE)) {
                return OptionalDouble.of(1);
            }
            if (isWord(text, FALSE)) {
                return OptionalDouble.of(0);
            }
            if (HEXADECIMAL.matcher(text).matches()) {
                return OptionalDouble.of(Long.parseLong(text.substring(2), 16));
            }
        }
        if (!DECIMAL.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(text.replace("_", ""));
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    // YAML 1.1 has true, True and TRUE, but not tRUE.
    private static boolean isWord(String text, Set<String> words) {
        return words.stream()
                .anyMatch(
                        word ->
                                text.equals(word)
                                        || text.equals(word.toUpperCase(Locale.ROOT))
                                        || text.equals(
                                                Character.toUpperCase(word.charAt(0))
                                                        + word.substring(1)));
    }
}
