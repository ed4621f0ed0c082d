package io.terge.engine.execute;

import io.terge.tensor.DType;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * A tensor's part of a chunk: its stored bytes, loaded, or the promise to compute them.
 *
 * @param tensor the tensor
 * @param start the chunk's first place
 * @param bytes the stored elements of the chunk; empty for a computed tensor
 */
record TensorPart(ModelTensor tensor, long start, Optional<MemorySegment> bytes) {

    /** Loads the stored bytes. */
    static TensorPart load(ModelTensor tensor, long start, int length, Scratch scratch) {
        long size = tensor.bytesPerElement();
        return new TensorPart(
                tensor,
                start,
                tensor.stored()
                        .map(stored -> tensor.load(stored, start * size, length * size, scratch)));
    }

    /**
     * Reads numbers.
     *
     * @param at the first one's place in the chunk
     * @param into where they go
     * @param from the first place there
     */
    void read(Scratch scratch, int at, double[] into, int from, int count) {
        if (bytes.isPresent()) {
            scratch.decode(dtype(), bytes.get(), offset(at), into, from, count);
        } else {
            tensor.read(start + at, into, from, count);
        }
    }

    /**
     * Adds numbers to the sum of the kernel.
     *
     * @param at the first one's place in the chunk
     * @param room an array for a computed tensor's numbers
     */
    void addTo(Scratch scratch, double coefficient, int at, double[] room, int count) {
        if (bytes.isPresent()) {
            scratch.kernel().add(coefficient, dtype(), bytes.get(), offset(at));
        } else {
            tensor.read(start + at, room, 0, count);
            scratch.kernel().add(coefficient, room);
        }
    }

    private DType dtype() {
        return tensor.spec().dtype();
    }

    private long offset(int at) {
        return (long) at * tensor.bytesPerElement();
    }
}
