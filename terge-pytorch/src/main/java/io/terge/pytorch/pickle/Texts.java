package io.terge.pytorch.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads texts and byte strings. */
final class Texts {

    private final PickleInput input;
    private final PickleLimits limits;

    Texts(PickleInput input, PickleLimits limits) {
        this.input = input;
        this.limits = limits;
    }

    PickleValue read(Opcode opcode) throws IOException {
        return switch (opcode) {
            case STRING -> new PickleText(either(TextEscapes.quoted(line(), input)));
            case BINSTRING -> new PickleText(either(sized(signed())));
            case SHORT_BINSTRING -> new PickleText(either(sized(input.unsigned())));
            case UNICODE -> new PickleText(TextEscapes.rawUnicode(line(), input));
            case SHORT_BINUNICODE -> new PickleText(utf8(sized(input.unsigned())));
            case BINUNICODE -> new PickleText(utf8(sized(input.littleEndian(Integer.BYTES))));
            case BINUNICODE8 -> new PickleText(utf8(sized(input.littleEndian(Long.BYTES))));
            case BINBYTES -> new PickleBytes(sized(input.littleEndian(Integer.BYTES)));
            case SHORT_BINBYTES -> new PickleBytes(sized(input.unsigned()));
            case BINBYTES8, BYTEARRAY8 -> new PickleBytes(sized(input.littleEndian(Long.BYTES)));
            default -> throw new AssertionError(opcode);
        };
    }

    /** Reads a line of UTF-8, such as the name of a module. */
    String utf8Line(int longest) throws IOException {
        return utf8(input.line(longest));
    }

    private byte[] line() throws IOException {
        return input.line(limits.text());
    }

    private long signed() throws IOException {
        return (int) input.littleEndian(Integer.BYTES);
    }

    private byte[] sized(long size) throws IOException {
        if (size < 0) {
            throw input.invalid(
                    "a string or byte string has the size " + Long.toUnsignedString(size));
        }
        // First: a length beyond the end is a truncated file, however large the limit is.
        input.require(size);
        if (size > limits.text()) {
            throw input.tooLarge(
                    "a string or byte string is longer than %d bytes".formatted(limits.text()));
        }
        return input.bytes((int) size);
    }

    private String utf8(byte[] bytes) {
        try {
            return strict(bytes);
        } catch (CharacterCodingException malformed) {
            throw input.invalid("a string is not valid UTF-8");
        }
    }

    /** Python 2 did not record the encoding of its byte strings. */
    private static String either(byte[] bytes) {
        try {
            return strict(bytes);
        } catch (CharacterCodingException malformed) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static String strict(byte[] bytes) throws CharacterCodingException {
        if (isAscii(bytes)) {
            // Nearly all texts; a decoder for each would take most of the time.
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte one : bytes) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }
}
