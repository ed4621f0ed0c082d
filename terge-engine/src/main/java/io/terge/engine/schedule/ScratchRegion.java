package io.terge.engine.schedule;

import io.terge.tensor.Scratch;

import java.lang.foreign.MemorySegment;

/** A piece of memory that is given out part by part, and used again. For one thread. */
public final class ScratchRegion implements Scratch {

    /** Where a cache line starts, which is where vector code likes to. */
    static final long ALIGNMENT = 64;

    private final MemorySegment bytes;
    private long taken;

    /** Makes the region of a segment that begins aligned. */
    public ScratchRegion(MemorySegment bytes) {
        this.bytes = bytes;
    }

    /** Makes all bytes free again. */
    public void reset() {
        taken = 0;
    }

    @Override
    public MemorySegment take(long size) {
        if (size < 0 || size > bytes.byteSize() - taken) {
            throw new IndexOutOfBoundsException(
                    "%d bytes of scratch exceed the footprint: %d of %d are left"
                            .formatted(size, bytes.byteSize() - taken, bytes.byteSize()));
        }
        MemorySegment part = bytes.asSlice(taken, size);
        long end = (taken + size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        taken = Math.min(end, bytes.byteSize());
        return part;
    }
}
