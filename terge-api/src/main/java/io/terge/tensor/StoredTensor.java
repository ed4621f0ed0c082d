package io.terge.tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;

/** A tensor whose elements are stored somewhere. */
record StoredTensor(ParameterSpec spec, StoredBytes stored) implements Tensor {

    StoredTensor {
        if (stored.size() != spec.byteSize()) {
            throw new IllegalArgumentException(
                    "%s: expected %d bytes, got %d"
                            .formatted(spec, spec.byteSize(), stored.size()));
        }
    }

    @Override
    public Part load(long start, int count, Scratch scratch) throws IOException {
        Objects.checkFromIndexSize(start, count, spec.elements());
        ElementCodec codec = ElementCodec.of(spec.dtype());
        long offset = start * codec.bytesPerElement();
        long size = (long) count * codec.bytesPerElement();
        Optional<MemorySegment> there = stored.memory().filter(StoredTensor::canBeReadHere);
        if (there.isPresent()) {
            return new StoredPart(codec, there.get().asSlice(offset, size));
        }
        MemorySegment copy = scratch.take(size);
        stored.read(offset, copy);
        return new StoredPart(codec, copy);
    }

    @Override
    public Optional<StoredBytes> bytes() {
        return Optional.of(stored);
    }

    // Vector code takes no arrays but of bytes; and a mapped file may be cut short at any time,
    // which only a copy survives that is watched.
    private static boolean canBeReadHere(MemorySegment memory) {
        return memory.isNative()
                && !memory.isMapped()
                && memory.scope().isAlive()
                && memory.isAccessibleBy(Thread.currentThread());
    }

    private record StoredPart(ElementCodec codec, MemorySegment elements) implements Part {

        @Override
        public void decode(int at, double[] into, int from, int count) {
            codec.decode(elements, (long) at * codec.bytesPerElement(), into, from, count);
        }

        @Override
        public Optional<MemorySegment> stored() {
            return Optional.of(elements);
        }
    }
}
