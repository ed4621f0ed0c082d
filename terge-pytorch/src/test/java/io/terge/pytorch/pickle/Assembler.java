package io.terge.pytorch.pickle;

import io.terge.tensor.StoredBytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** Assembles pickles by hand, as no pickler would write them. */
final class Assembler {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Starts a pickle of protocol 4. */
    static Assembler pickle() {
        return new Assembler().code(0x80, 4);
    }

    /** Starts a pickle that declares no protocol. */
    static Assembler bare() {
        return new Assembler();
    }

    Assembler code(int... codes) {
        for (int code : codes) {
            bytes.write(code);
        }
        return this;
    }

    /** Appends text as ISO 8859-1, e.g. instructions of protocol 0. */
    Assembler ascii(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Appends codes many times. */
    Assembler times(int count, String text) {
        byte[] once = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < count; i++) {
            bytes.write(once, 0, once.length);
        }
        return this;
    }

    /** Pushes a short text. */
    Assembler text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        code('X', utf8.length & 0xff, utf8.length >> 8 & 0xff, utf8.length >> 16, 0);
        bytes.writeBytes(utf8);
        return this;
    }

    Assembler global(String module, String name) {
        return ascii("c" + module + "\n" + name + "\n");
    }

    Assembler stackGlobal(String module, String name) {
        return text(module).text(name).code(0x93);
    }

    /** Ends the pickle. */
    byte[] stop() {
        return code('.').toBytes();
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    static PickleInput input(byte[] pickle) {
        return new PickleInput(StoredBytes.of(MemorySegment.ofArray(pickle)), "'test.pkl'");
    }

    static Unpickled read(byte[] pickle) {
        return read(pickle, PickleLimits.DEFAULT);
    }

    static Unpickled read(byte[] pickle, PickleLimits limits) {
        try {
            return Unpickler.read(input(pickle), limits);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static PickleValue value(byte[] pickle) {
        return read(pickle).value();
    }
}
