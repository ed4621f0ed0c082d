package io.terge.pytorch.archive;

import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * The first bytes of a file, which tell its layout.
 *
 * @param text a character for each byte
 */
public record FileStart(String text) {

    private static final int SIZE = 512;
    private static final String ZIP = "PK";
    private static final String PICKLE = "\u0080";

    /** Reads the first bytes. */
    public static FileStart of(StoredBytes file) throws IOException {
        byte[] bytes = new byte[(int) Math.min(SIZE, file.size())];
        file.read(0, MemorySegment.ofArray(bytes));
        return new FileStart(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** Whether it is a zip archive. */
    public boolean isZip() {
        return text.startsWith(ZIP);
    }

    /** Whether it is a tar archive, which may start as a pickle does. */
    public boolean isTar() {
        return TarHeader.isOne(text);
    }

    /** Whether it is a pickle of protocol 2 or newer. */
    public boolean isPickle() {
        return text.startsWith(PICKLE);
    }
}
