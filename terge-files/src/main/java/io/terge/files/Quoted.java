package io.terge.files;

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
        String text = value.toString();
        StringBuilder quoted = new StringBuilder("'");
        text.codePoints().limit(LIMIT).forEach(c -> quoted.appendCodePoint(printable(c) ? c : '?'));
        boolean whole = text.codePointCount(0, text.length()) <= LIMIT;
        return quoted.append(whole ? "'" : "...'").toString();
    }

    private static boolean printable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
