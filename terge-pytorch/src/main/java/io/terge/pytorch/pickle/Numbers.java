package io.terge.pytorch.pickle;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads numbers, truth values and {@code None}. */
final class Numbers {

    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern FLOAT =
            Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final int LONGEST_FLOAT = 1_000;

    private final PickleInput input;
    private final PickleLimits limits;

    Numbers(PickleInput input, PickleLimits limits) {
        this.input = input;
        this.limits = limits;
    }

    PickleValue read(Opcode opcode) throws IOException {
        return switch (opcode) {
            case NONE -> PickleNone.NONE;
            case NEWTRUE -> new PickleBool(true);
            case NEWFALSE -> new PickleBool(false);
            case INT -> intLine();
            case BININT -> new PickleInt((int) input.littleEndian(Integer.BYTES));
            case BININT1 -> new PickleInt(input.unsigned());
            case BININT2 -> new PickleInt(input.littleEndian(Short.BYTES));
            case LONG -> longLine();
            case LONG1 -> twosComplement(input.unsigned());
            case LONG4 -> twosComplement((int) input.littleEndian(Integer.BYTES));
            case FLOAT -> floatLine();
            case BINFLOAT -> binaryFloat();
            default -> throw new AssertionError(opcode);
        };
    }

    /** Protocols 0 and 1 write truth values as integers with two digits. */
    private PickleValue intLine() throws IOException {
        String line = line(limits.digits());
        return switch (line) {
            case "00" -> new PickleBool(false);
            case "01" -> new PickleBool(true);
            default -> integer(line);
        };
    }

    private PickleValue longLine() throws IOException {
        String line = line(limits.digits());
        return integer(line.endsWith("L") ? line.substring(0, line.length() - 1) : line);
    }

    private PickleValue integer(String digits) {
        if (!INTEGER.matcher(digits).matches()) {
            throw input.invalid("an integer has characters that are not digits");
        }
        return PickleBigInt.of(new BigInteger(digits));
    }

    private PickleValue twosComplement(int size) throws IOException {
        if (size < 0) {
            throw input.invalid("an integer has a negative size");
        }
        if (size > limits.digits()) {
            throw input.tooLarge("an integer has more than %d digits".formatted(limits.digits()));
        }
        byte[] bytes = input.bytes(size);
        byte[] bigEndian = new byte[size];
        for (int i = 0; i < size; i++) {
            bigEndian[i] = bytes[size - 1 - i];
        }
        return PickleBigInt.of(size == 0 ? BigInteger.ZERO : new BigInteger(bigEndian));
    }

    private PickleValue floatLine() throws IOException {
        String line = line(LONGEST_FLOAT);
        return switch (line) {
            case "nan", "-nan" -> new PickleFloat(Double.NaN);
            case "inf" -> new PickleFloat(Double.POSITIVE_INFINITY);
            case "-inf" -> new PickleFloat(Double.NEGATIVE_INFINITY);
            default -> {
                if (!FLOAT.matcher(line).matches()) {
                    throw input.invalid("a floating-point number is malformed");
                }
                yield new PickleFloat(Double.parseDouble(line));
            }
        };
    }

    private PickleValue binaryFloat() throws IOException {
        long bits = Long.reverseBytes(input.littleEndian(Long.BYTES));
        return new PickleFloat(Double.longBitsToDouble(bits));
    }

    private String line(int longest) throws IOException {
        // Carriage returns come from pickles that were written to files in text mode.
        String line = new String(input.line(longest), StandardCharsets.ISO_8859_1);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
