package io.terge.cli.text;

/** Text that is safe to send to a terminal. */
public final class Printable {

    private Printable() {}

    /**
     * The text of one line: every control character is replaced by its code, as in a Java string.
     */
    public static String line(String text) {
        return escape(text, false);
    }

    /** The text of several lines: every control character but the line feed is replaced. */
    public static String lines(String text) {
        return escape(text, true);
    }

    private static String escape(String text, boolean keepLineFeeds) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            if (keepLineFeeds && c == '\n' || !isControl(c)) {
                                escaped.appendCodePoint(c);
                            } else {
                                escaped.append("\\u%04x".formatted(c));
                            }
                        });
        return escaped.toString();
    }

    /** Format characters too: they can turn the direction of text or hide it. */
    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }
}
