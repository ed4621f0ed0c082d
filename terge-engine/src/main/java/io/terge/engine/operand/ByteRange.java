package io.terge.engine.operand;

import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;

/** Some of the bytes of a tensor: those of consecutive rows. */
record ByteRange(StoredBytes all, long start, long size) implements StoredBytes {

    @Override
    public void read(long offset, MemorySegment into) throws IOException {
        Objects.checkFromIndexSize(offset, into.byteSize(), size);
        all.read(start + offset, into);
    }

    @Override
    public Optional<MemorySegment> memory() {
        return all.memory().map(memory -> memory.asSlice(start, size));
    }
}
