package io.terge.pytorch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.LongStream;

/** Writes values as pickles, each a text of ISO 8859-1 that others can contain. */
final class PickleText {

    static final String NONE = "N";
    static final String FALSE = "\u0089";

    private PickleText() {}

    /** Ends a pickle. */
    static byte[] pickle(String value) {
        return ("\u0080\u0002" + value + ".").getBytes(ISO_8859_1);
    }

    static String text(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        byte[] length = bytes(utf8.length);
        return "X" + new String(length, 0, 4, ISO_8859_1) + new String(utf8, ISO_8859_1);
    }

    static String number(long number) {
        return "\u008a\b" + new String(bytes(number), ISO_8859_1);
    }

    static byte[] bytes(long number) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array();
    }

    static String tuple(String... items) {
        return "(" + String.join("", items) + "t";
    }

    static String numbers(long... numbers) {
        return tuple(LongStream.of(numbers).mapToObj(PickleText::number).toArray(String[]::new));
    }

    static String list(String... items) {
        return "](" + String.join("", items) + "e";
    }

    /** Makes a dictionary of keys and values in turn. */
    static String dict(String... items) {
        return "}(" + String.join("", items) + "u";
    }

    static String global(String module, String name) {
        return "c" + module + "\n" + name + "\n";
    }

    /** Keeps a value in the memo, for {@link #again}. */
    static String keep(int index, String value) {
        return value + "r" + new String(bytes(index), 0, 4, ISO_8859_1);
    }

    static String again(int index) {
        return "j" + new String(bytes(index), 0, 4, ISO_8859_1);
    }

    static String storage(String type, String key, long count) {
        return tuple(text("storage"), global("torch", type), text(key), text("cpu"), number(count))
                + "Q";
    }

    /** Makes a tensor of a storage; the texts are tuples. */
    static String tensor(String storage, long offset, String shape, String strides) {
        return global("torch._utils", "_rebuild_tensor_v2")
                + tuple(storage, number(offset), shape, strides, FALSE, NONE)
                + "R";
    }

    /** Makes a tensor of one dimension that is all of its storage. */
    static String floats(String key, long count) {
        return tensor(storage("FloatStorage", key, count), 0, numbers(count), numbers(1));
    }
}
