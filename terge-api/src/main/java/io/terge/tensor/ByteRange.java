package io.terge.tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;

/** Some of the bytes of a tensor or a file. */
record ByteRange(StoredBytes all, long start, long size) implements StoredBytes {

    ByteRange {
        Objects.checkFromIndexSize(start, size, all.size());
    }

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
