package io.terge.testkit;

import io.terge.spi.format.ModelSource;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Memory for one chunk, no more than a footprint says, full of rubbish. */
final class CountingScratch implements Scratch {

    private static final long ALIGNMENT = 64;
    private static final byte RUBBISH = (byte) 0xA5;

    private final Arena arena = Arena.ofAuto();
    private final long limit;
    private long taken;

    private CountingScratch(long limit) {
        this.limit = limit;
    }

    /** Returns the memory for so many elements of a parameter. */
    static CountingScratch of(ModelSource source, ParameterSpec spec, int elements) {
        Footprint footprint = source.footprint(spec);
        long perElement = footprint.scratchPerElement();
        return new CountingScratch(perElement * elements + footprint.scratchPerChunk());
    }

    @Override
    public MemorySegment take(long bytes) {
        taken += bytes;
        if (bytes < 0 || taken > limit) {
            throw new IndexOutOfBoundsException(
                    "Takes %d bytes of scratch, but its footprint allows %d"
                            .formatted(taken, limit));
        }
        return arena.allocate(bytes, ALIGNMENT).fill(RUBBISH);
    }
}
