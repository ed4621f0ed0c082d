package io.terge.hf.vocabulary.view;

import io.terge.tensor.Scratch;

import java.lang.foreign.MemorySegment;

/** Memory for a piece of a row, used again for the next one. For one thread. */
final class RowPieces implements Scratch {

    /** Where every part begins. */
    static final long ALIGNMENT = 64;

    private final MemorySegment memory;
    private long taken;

    RowPieces(MemorySegment memory) {
        this.memory = memory;
    }

    RowPieces again() {
        taken = 0;
        return this;
    }

    @Override
    public MemorySegment take(long bytes) {
        MemorySegment part = memory.asSlice(taken, bytes);
        long end = (taken + bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        taken = Math.min(end, memory.byteSize());
        return part;
    }
}
