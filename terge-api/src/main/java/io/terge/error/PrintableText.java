package io.terge.error;

/**
 * Texts from files as messages can show them: names may be from anywhere, and must neither look
 * like other lines of a message, nor hide them, nor write to a terminal.
 */
public final class PrintableText {

    private PrintableText() {}

    /** Returns the text with {@code ?} in place of characters that are not printable. */
    public static String of(String text) {
        if (text.codePoints().allMatch(PrintableText::isPrintable)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.appendCodePoint(isPrintable(c) ? c : '?'));
        return shown.toString();
    }

    /**
     * Whether a character is shown as one. Those that control devices or the direction of text,
     * that end lines, and halves of characters are not.
     */
    public static boolean isPrintable(int codePoint) {
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
