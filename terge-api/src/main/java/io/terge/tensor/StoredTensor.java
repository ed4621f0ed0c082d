package io.terge.tensor;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;

/** A tensor whose bytes are at hand. */
record StoredTensor(ParameterSpec spec, MemorySegment segment) implements Tensor {

    StoredTensor {
        if (segment.byteSize() != spec.byteSize()) {
            throw new IllegalArgumentException(
                    "%s takes %d bytes, not %d"
                            .formatted(spec, spec.byteSize(), segment.byteSize()));
        }
        segment = segment.asReadOnly();
    }

    @Override
    public void read(long index, double[] into, int from, int count) {
        Objects.checkFromIndexSize(index, count, spec.elements());
        ElementCodec codec = ElementCodec.of(spec.dtype());
        codec.decode(segment, index * codec.bytesPerElement(), into, from, count);
    }

    @Override
    public Optional<MemorySegment> bytes() {
        return Optional.of(segment);
    }
}
