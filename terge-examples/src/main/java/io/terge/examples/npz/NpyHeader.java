package io.terge.examples.npz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an npy file starts with: a magic number, a version, and a Python dictionary of type, order
 * and shape.
 *
 * @param type the type, e.g. {@code <f4}
 * @param shape the dimensions, e.g. {@code 2, 3}
 * @param size how many bytes the header has; the numbers follow
 */
record NpyHeader(String type, String shape, int size) {

    private static final String MAGIC = "\u0093NUMPY";
    private static final int ALIGNMENT = 64;
    private static final int LONGEST = 1 << 16;

    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*(\\[.*]|'[^']*')");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]*)\\)");

    private static final Map<String, DType> READ =
            Map.ofEntries(
                    Map.entry("'<f8'", DType.F64),
                    Map.entry("'<f4'", DType.F32),
                    Map.entry("'<f2'", DType.F16),
                    Map.entry("'|b1'", DType.BOOL),
                    Map.entry("'<i8'", DType.I64),
                    Map.entry("'<i4'", DType.I32),
                    Map.entry("'<i2'", DType.I16),
                    Map.entry("'|i1'", DType.I8),
                    Map.entry("'<u8'", DType.U64),
                    Map.entry("'<u4'", DType.U32),
                    Map.entry("'<u2'", DType.U16),
                    Map.entry("'|u1'", DType.U8));

    private static final Map<DType, String> WRITTEN =
            READ.entrySet().stream()
                    .collect(toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    /**
     * Reads the header of an npy file.
     *
     * @param npy the file
     * @param subject what messages call it
     */
    static NpyHeader read(StoredBytes npy, String subject) throws IOException {
        ByteBuffer start = read(npy, 0, MAGIC.length() + 2 + Integer.BYTES, subject);
        String magic = ISO_8859_1.decode(start.slice(0, MAGIC.length())).toString();
        int version = start.get(MAGIC.length());
        if (!magic.equals(MAGIC) || version < 1 || version > 3) {
            throw invalid(subject + " is not an npy file of version 1, 2 or 3");
        }
        int at = MAGIC.length() + 2;
        long length = version == 1 ? Short.toUnsignedInt(start.getShort(at)) : start.getInt(at);
        if (length < 0 || length > LONGEST) {
            throw invalid(subject + " has a header of more than " + LONGEST + " bytes");
        }
        int from = at + (version == 1 ? Short.BYTES : Integer.BYTES);
        String text = ISO_8859_1.decode(read(npy, from, (int) length, subject)).toString();
        if (found(FORTRAN, text, subject).equals("True")) {
            throw new TergeException(
                    Problem.of(
                                    NpzCode.NPZ_FORTRAN_ORDER,
                                    subject + " is stored column by column (Fortran order)")
                            .fix("save np.ascontiguousarray(array)"));
        }
        return new NpyHeader(
                found(TYPE, text, subject), found(SHAPE, text, subject), from + (int) length);
    }

    private static String found(Pattern entry, String text, String subject) {
        Matcher matcher = entry.matcher(text);
        if (!matcher.find()) {
            throw invalid(subject + " has a malformed header: " + Quoted.of(text));
        }
        return matcher.group(1);
    }

    private static ByteBuffer read(StoredBytes npy, int start, int size, String subject)
            throws IOException {
        if (start + size > npy.size()) {
            throw invalid(subject + " is truncated within its header");
        }
        byte[] bytes = new byte[size];
        npy.read(start, MemorySegment.ofArray(bytes));
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The parameter's type, if terge has it. */
    Optional<DType> dtype() {
        return Optional.ofNullable(READ.get(type));
    }

    /** The dimensions, e.g. {@code 2, 3}. */
    long[] dimensions() {
        return Pattern.compile("[0-9]+")
                .matcher(shape)
                .results()
                .mapToLong(digits -> Long.parseLong(digits.group()))
                .toArray();
    }

    /** Whether NumPy has a parameter's type. */
    static boolean canHold(ParameterSpec spec) {
        return WRITTEN.containsKey(spec.dtype());
    }

    /**
     * Returns the bytes of the header of a parameter whose type NumPy has: as many as a multiple of
     * 64, so that the numbers are aligned where the npy file is.
     */
    static byte[] bytes(ParameterSpec spec) {
        String dimensions =
                spec.shape().dimensions().stream().map(String::valueOf).collect(joining(", "));
        String shape = spec.shape().rank() == 1 ? dimensions + "," : dimensions;
        String text =
                "{'descr': %s, 'fortran_order': False, 'shape': (%s), }"
                        .formatted(WRITTEN.get(spec.dtype()), shape);
        int start = MAGIC.length() + 2 + Short.BYTES;
        int size = Math.ceilDiv(start + text.length() + 1, ALIGNMENT) * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC.getBytes(ISO_8859_1)).put((byte) 1).put((byte) 0);
        header.putShort((short) (size - start));
        header.put(
                (text + " ".repeat(size - start - text.length() - 1) + "\n").getBytes(ISO_8859_1));
        return header.array();
    }

    private static TergeException invalid(String message) {
        return new TergeException(Problem.of(NpzCode.NPZ_INVALID, message));
    }
}
