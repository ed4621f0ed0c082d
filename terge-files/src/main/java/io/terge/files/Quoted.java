package io.terge.files;

import io.terge.error.PrintableText;

/**
 * Makes untrusted texts safe for messages: short, on one line, and without control characters.
 *
 * @since 0.1
 */
public final class Quoted {

    private static final int LIMIT = 200;

    private Quoted() {}

    /**
     * Returns the text in single quotes: at most 200 characters, with {@code ?} in place of
     * characters that are not printable.
     */
    public static String of(Object value) {
        return "'" + text(value) + "'";
    }

    /** Returns the text as {@link #of} does, but without quotes: for texts that have their own. */
    public static String text(Object value) {
        String text = value.toString();
        if (isPlain(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(LIMIT)
                .forEach(c -> shown.appendCodePoint(PrintableText.isPrintable(c) ? c : '?'));
        boolean whole = text.codePointCount(0, text.length()) <= LIMIT;
        return whole ? shown.toString() : shown.append("...").toString();
    }

    /** Whether a text is shown as it is, as nearly all are: a quick look. */
    private static boolean isPlain(String text) {
        return text.length() <= LIMIT && text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
