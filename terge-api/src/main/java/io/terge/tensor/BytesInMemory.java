package io.terge.tensor;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** Bytes that are in memory, on the heap or off it. */
record BytesInMemory(MemorySegment segment) implements StoredBytes {

    BytesInMemory {
        segment = segment.asReadOnly();
    }

    @Override
    public long size() {
        return segment.byteSize();
    }

    @Override
    public void read(long offset, MemorySegment into) {
        MemorySegment.copy(segment, offset, into, 0, into.byteSize());
    }

    @Override
    public Optional<MemorySegment> memory() {
        return Optional.of(segment);
    }
}
