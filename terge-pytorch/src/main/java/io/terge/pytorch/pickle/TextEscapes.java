package io.terge.pytorch.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The escapes of protocol 0, which writes everything as lines of ASCII. */
final class TextEscapes {

    private static final int HEX = 16;
    private static final int OCTAL = 8;

    private TextEscapes() {}

    /** Decodes a byte string literal of Python: quotes around it, escapes in it. */
    static byte[] quoted(byte[] line, PickleInput input) {
        int end = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        if (end < 2 || line[0] != line[end - 1] || (line[0] != '\'' && line[0] != '"')) {
            throw input.invalid("a string has no quotes around it");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end);
        int at = 1;
        while (at < end - 1) {
            if (line[at] != '\\') {
                bytes.write(line[at++]);
            } else if (at + 1 == end - 1) {
                throw input.invalid("a string ends within an escape");
            } else {
                at = escape(line, at + 1, end - 1, bytes, input);
            }
        }
        return bytes.toByteArray();
    }

    private static int escape(
            byte[] line, int at, int end, ByteArrayOutputStream bytes, PickleInput input) {
        int simple = "\\'\"abfnrtv".indexOf(line[at]);
        if (simple >= 0) {
            bytes.write("\\'\"\u0007\b\f\n\r\t\u000b".charAt(simple));
            return at + 1;
        }
        if (line[at] == 'x') {
            int value = digits(line, at + 1, Math.min(at + 3, end), HEX);
            if (at + 3 > end || value < 0) {
                throw input.invalid("a string has a malformed escape");
            }
            bytes.write(value);
            return at + 3;
        }
        int stop = at;
        while (stop < Math.min(at + 3, end) && Character.digit(line[stop], OCTAL) >= 0) {
            stop++;
        }
        if (stop > at) {
            bytes.write(digits(line, at, stop, OCTAL));
            return stop;
        }
        // Not an escape: Python keeps the backslash.
        bytes.write('\\');
        bytes.write(line[at]);
        return at + 1;
    }

    /** Decodes Python's encoding {@code raw-unicode-escape}: ISO 8859-1 with backslash u and U. */
    static String rawUnicode(byte[] line, PickleInput input) {
        StringBuilder text = new StringBuilder(line.length);
        int at = 0;
        while (at < line.length) {
            int size = escapeSize(line, at);
            if (size == 0) {
                // A backslash takes the next character with it, which may be a backslash.
                int count = line[at] == '\\' && at + 1 < line.length ? 2 : 1;
                text.append(new String(line, at, count, StandardCharsets.ISO_8859_1));
                at += count;
                continue;
            }
            int codePoint = digits(line, at + 2, Math.min(at + 2 + size, line.length), HEX);
            if (at + 2 + size > line.length || !Character.isValidCodePoint(codePoint)) {
                throw input.invalid("a string has a malformed escape");
            }
            text.appendCodePoint(codePoint);
            at += 2 + size;
        }
        return text.toString();
    }

    private static int escapeSize(byte[] line, int at) {
        if (line[at] != '\\' || at + 1 == line.length) {
            return 0;
        }
        return switch (line[at + 1]) {
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
    }

    /** Returns the number, or -1 if a character is not a digit or the number is too large. */
    private static int digits(byte[] line, int from, int to, int radix) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(line[i], radix);
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value > Integer.MAX_VALUE ? -1 : (int) value;
    }
}
