package io.terge.tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * The stored elements of a tensor, little-endian, row-major and without gaps, in memory or in a
 * file. Safe for use by several threads at once.
 *
 * @since 0.1
 */
public interface StoredBytes {

    /** The number of bytes. */
    long size();

    /**
     * Reads a range of bytes.
     *
     * @param offset the first byte to read, from 0
     * @param into receives the bytes, and is filled completely; native memory avoids a copy
     * @throws IOException if the storage cannot be read, or has fewer bytes than it should
     * @throws IndexOutOfBoundsException if the range is not within these bytes
     */
    void read(long offset, MemorySegment into) throws IOException;

    /**
     * The bytes as read-only memory, which avoids a copy; empty, the default, if they are not in
     * memory.
     */
    default Optional<MemorySegment> memory() {
        return Optional.empty();
    }

    /**
     * Returns a range of these bytes, which reads from them.
     *
     * @param start the first byte
     * @param size the number of bytes
     * @throws IndexOutOfBoundsException if the range is not within these bytes
     */
    default StoredBytes slice(long start, long size) {
        return new ByteRange(this, start, size);
    }

    /** Returns the bytes of a memory segment. It is not copied. */
    static StoredBytes of(MemorySegment memory) {
        return new BytesInMemory(memory);
    }
}
