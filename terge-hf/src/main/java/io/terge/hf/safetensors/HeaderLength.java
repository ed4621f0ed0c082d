package io.terge.hf.safetensors;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The eight bytes that a file starts with: the length of its header, little-endian. */
final class HeaderLength {

    /** How many bytes the length takes. */
    static final long BYTES = Long.BYTES;

    private static final ValueLayout.OfLong LAYOUT =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private HeaderLength() {}

    /**
     * Reads and checks the length.
     *
     * @param path the file, for messages
     * @param start the first eight bytes
     * @param following how many bytes follow them
     */
    static long read(Path path, MemorySegment start, long following) {
        long length = start.get(LAYOUT, 0);
        if (Long.compareUnsigned(length, SafetensorsHeader.MAX_BYTES) > 0) {
            throw new TergeException(tooLarge(path, start, length));
        }
        if (length > following) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.FILE_TRUNCATED,
                                    "%s is truncated: its header takes %d bytes, but only %d follow"
                                            .formatted(Quoted.of(path), length, following))
                            .fix("copy or download the file again"));
        }
        return length;
    }

    private static Problem tooLarge(Path path, MemorySegment start, long length) {
        Problem problem =
                Problem.of(
                        SafetensorsCode.HEADER_TOO_LARGE,
                        "%s declares a header of %s bytes; the maximum is %d"
                                .formatted(
                                        Quoted.of(path),
                                        Long.toUnsignedString(length),
                                        SafetensorsHeader.MAX_BYTES));
        return OtherFormat.explain(
                problem,
                new String(start.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1));
    }
}
