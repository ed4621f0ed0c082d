package io.terge.cli.text;

import io.terge.error.PrintableText;

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
                            if (keepLineFeeds && c == '\n' || PrintableText.isPrintable(c)) {
                                escaped.appendCodePoint(c);
                            } else {
                                escaped.append("\\u%04x".formatted(c));
                            }
                        });
        return escaped.toString();
    }
}
