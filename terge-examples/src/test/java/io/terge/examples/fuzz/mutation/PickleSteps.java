package io.terge.examples.fuzz.mutation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts pickles into instructions; what is none is left in one piece. */
final class PickleSteps {

    // As in Python's pickletools: by the size of the argument, or of the length before it.
    private static final String ONE_BYTE = "\u0080Khq\u0082";
    private static final String TWO_BYTES = "M\u0083";
    private static final String FOUR_BYTES = "Jjr\u0084";
    private static final String EIGHT_BYTES = "G\u0095";
    private static final String ONE_LINE = "IFLSVgpP";
    private static final String TWO_LINES = "ci";
    private static final String SHORT_TEXT = "UC\u008a\u008c";
    private static final String TEXT = "TXB\u008b";
    private static final String LONG_TEXT = "\u008d\u008e\u0096";

    private PickleSteps() {}

    static List<byte[]> of(byte[] bytes) {
        List<byte[]> steps = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            long end = at + 1 + argument(bytes, at);
            int next = end > bytes.length || end <= at ? bytes.length : (int) end;
            steps.add(Arrays.copyOfRange(bytes, at, next));
            at = next;
        }
        return steps;
    }

    private static long argument(byte[] bytes, int at) {
        String code = new String(bytes, at, 1, ISO_8859_1);
        int from = at + 1;
        if (ONE_BYTE.contains(code)) {
            return 1;
        } else if (TWO_BYTES.contains(code)) {
            return Short.BYTES;
        } else if (FOUR_BYTES.contains(code)) {
            return Integer.BYTES;
        } else if (EIGHT_BYTES.contains(code)) {
            return Long.BYTES;
        } else if (ONE_LINE.contains(code)) {
            return line(bytes, from);
        } else if (TWO_LINES.contains(code)) {
            long first = line(bytes, from);
            return first + line(bytes, (int) (from + first));
        }
        int size =
                SHORT_TEXT.contains(code)
                        ? 1
                        : TEXT.contains(code)
                                ? Integer.BYTES
                                : LONG_TEXT.contains(code) ? Long.BYTES : 0;
        return size == 0 ? 0 : size + length(bytes, from, size);
    }

    private static int line(byte[] bytes, int from) {
        for (int at = from; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                return at - from + 1;
            }
        }
        return bytes.length - from;
    }

    private static long length(byte[] bytes, int from, int size) {
        byte[] number = Arrays.copyOf(Arrays.copyOfRange(bytes, from, from + size), Long.BYTES);
        long length = ByteBuffer.wrap(number).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return length < 0 || length > bytes.length ? bytes.length : length;
    }
}
