package io.terge.tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * The stored elements of a tensor, little-endian, row-major and without gaps: in memory or in a
 * file. Implementations are safe for use by several threads at once.
 *
 * @since 0.1
 */
public interface StoredBytes {

    /** How many there are. */
    long size();

    /**
     * Reads a range of them.
     *
     * @param offset the first byte to read, from 0
     * @param into where they go: all of it is filled; native memory is filled without a copy
     * @throws IOException if the storage cannot be read, or has fewer bytes than it should
     * @throws IndexOutOfBoundsException if the range is not within these bytes
     */
    void read(long offset, MemorySegment into) throws IOException;

    /** The bytes themselves where they are in memory, read-only: who has them needs no copy. */
    default Optional<MemorySegment> memory() {
        return Optional.empty();
    }

    /** Returns the bytes of a segment of memory. */
    static StoredBytes of(MemorySegment memory) {
        return new BytesInMemory(memory);
    }
}
