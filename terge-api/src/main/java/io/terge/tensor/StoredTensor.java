package io.terge.tensor;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;

/** A tensor whose elements are stored somewhere. */
record StoredTensor(ParameterSpec spec, StoredBytes stored) implements Tensor {

    /** What lies in a file passes through memory of this many elements. */
    private static final int SCRATCH_ELEMENTS = 1 << 16;

    StoredTensor {
        if (stored.size() != spec.byteSize()) {
            throw new IllegalArgumentException(
                    "%s takes %d bytes, not %d".formatted(spec, spec.byteSize(), stored.size()));
        }
    }

    @Override
    public void read(long index, double[] into, int from, int count) throws IOException {
        Objects.checkFromIndexSize(index, count, spec.elements());
        Objects.checkFromIndexSize(from, count, into.length);
        ElementCodec codec = ElementCodec.of(spec.dtype());
        Optional<MemorySegment> memory = stored.memory();
        if (memory.isPresent()) {
            codec.decode(memory.get(), index * codec.bytesPerElement(), into, from, count);
        } else {
            readThroughScratch(codec, index, into, from, count);
        }
    }

    private void readThroughScratch(
            ElementCodec codec, long index, double[] into, int from, int count) throws IOException {
        int size = codec.bytesPerElement();
        int longest = Math.min(SCRATCH_ELEMENTS, count);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment scratch = arena.allocate((long) longest * size, Long.BYTES);
            int length;
            for (int done = 0; done < count; done += length) {
                length = Math.min(longest, count - done);
                stored.read((index + done) * size, scratch.asSlice(0, (long) length * size));
                codec.decode(scratch, 0, into, from + done, length);
            }
        }
    }

    @Override
    public Optional<StoredBytes> bytes() {
        return Optional.of(stored);
    }
}
