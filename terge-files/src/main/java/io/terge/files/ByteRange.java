package io.terge.files;

import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * A range of other bytes, which are read through them.
 *
 * @param all the bytes that contain the range
 * @param start the position of the first byte
 * @param size the number of bytes
 * @since 0.1
 */
public record ByteRange(StoredBytes all, long start, long size) implements StoredBytes {

    /**
     * @throws IndexOutOfBoundsException if the range is not within the bytes
     */
    public ByteRange {
        Objects.checkFromIndexSize(start, size, all.size());
    }

    @Override
    public void read(long offset, MemorySegment into) throws IOException {
        Objects.checkFromIndexSize(offset, into.byteSize(), size);
        all.read(start + offset, into);
    }
}
