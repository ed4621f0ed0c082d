package io.terge.pytorch.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a pickle of protocol 2: the few instructions that a state dict needs. Texts and globals
 * that occur again are remembered, as Python does.
 */
final class Pickler {

    private static final int PROTOCOL = 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, Integer> memo = new HashMap<>();

    Pickler() {
        code(0x80).code(PROTOCOL);
    }

    /** Writes a global: its module and its name. */
    Pickler global(String module, String name) {
        if (recall("global " + module + " " + name)) {
            return this;
        }
        code('c').raw(module + "\n" + name + "\n");
        return remember("global " + module + " " + name);
    }

    /** Writes a text. */
    Pickler text(String text) {
        if (recall("text " + text)) {
            return this;
        }
        byte[] encoded = text.getBytes(UTF_8);
        code('X').little(encoded.length, Integer.BYTES);
        bytes.writeBytes(encoded);
        return remember("text " + text);
    }

    /** Writes an integer. */
    Pickler number(long value) {
        if (value >= 0 && value <= 0xff) {
            return code('K').code((int) value);
        }
        if (value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE) {
            return code('J').little(value, Integer.BYTES);
        }
        return code(0x8a).code(Long.BYTES).little(value, Long.BYTES);
    }

    /** Writes a tuple of integers. */
    Pickler numbers(List<Long> values) {
        mark();
        values.forEach(this::number);
        return tuple();
    }

    Pickler no() {
        return code(0x89);
    }

    Pickler emptyDict() {
        return code('}');
    }

    Pickler emptyTuple() {
        return code(')');
    }

    Pickler mark() {
        return code('(');
    }

    /** Makes a tuple of what was written since the last mark. */
    Pickler tuple() {
        return code('t');
    }

    /** Replaces a tuple by what it refers to outside the pickle. */
    Pickler persistent() {
        return code('Q');
    }

    /** Calls a global with a tuple of arguments. */
    Pickler call() {
        return code('R');
    }

    /** Adds the keys and values since the last mark to a dictionary. */
    Pickler setItems() {
        return code('u');
    }

    /** Ends the pickle. */
    byte[] stop() {
        code('.');
        return bytes.toByteArray();
    }

    private boolean recall(String what) {
        Integer index = memo.get(what);
        if (index == null) {
            return false;
        }
        if (index <= 0xff) {
            code('h').code(index);
        } else {
            code('j').little(index, Integer.BYTES);
        }
        return true;
    }

    private Pickler remember(String what) {
        int index = memo.size();
        memo.put(what, index);
        return index <= 0xff ? code('q').code(index) : code('r').little(index, Integer.BYTES);
    }

    private Pickler code(int opcode) {
        bytes.write(opcode);
        return this;
    }

    private Pickler raw(String text) {
        bytes.writeBytes(text.getBytes(UTF_8));
        return this;
    }

    private Pickler little(long value, int count) {
        for (int i = 0; i < count; i++) {
            bytes.write((int) (value >>> (Byte.SIZE * i)));
        }
        return this;
    }
}
