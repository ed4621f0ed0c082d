package io.terge.engine.operand;

import io.terge.engine.schedule.WorkerMemory;
import io.terge.tensor.DType;
import io.terge.tensor.Tensor;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * An operand's part of a chunk.
 *
 * @param tensor the operand
 * @param part its elements, loaded
 * @param stored the elements as stored, where the loops over numbers can take them
 */
public record OperandPart(OperandTensor tensor, Tensor.Part part, Optional<MemorySegment> stored) {

    /**
     * Reads numbers.
     *
     * @param at the first one's place in the chunk
     * @param into where they go
     * @param from the first place there
     */
    public void read(WorkerMemory memory, int at, double[] into, int from, int count) {
        if (stored.isEmpty()) {
            decode(at, into, from, count);
            return;
        }
        try {
            memory.decode(dtype(), stored.get(), offset(at), into, from, count);
        } catch (IllegalStateException failure) {
            checkAlive(failure);
            throw failure;
        }
    }

    /**
     * Counts numbers that are NaN or infinite, by what is stored where that is possible: it is
     * faster than by numbers.
     *
     * @param at the first one's place in the chunk
     * @param numbers those that were read
     */
    long notFinite(WorkerMemory memory, int at, double[] numbers, int count) {
        boolean areFinite =
                stored.isPresent() && memory.areFinite(dtype(), stored.get(), offset(at), count);
        return areFinite ? 0 : NotFinite.count(numbers, count);
    }

    /**
     * Adds numbers to the sum of the thread's kernel, which may read them as late as it gives the
     * sum.
     *
     * @param at the first one's place in the chunk
     * @param room an array for numbers that are not stored
     */
    public void addTo(WorkerMemory memory, double coefficient, int at, double[] room, int count) {
        if (stored.isPresent()) {
            memory.kernel().add(coefficient, dtype(), stored.get(), offset(at));
        } else {
            decode(at, room, 0, count);
            memory.kernel().add(coefficient, room);
        }
    }

    /**
     * Blames the adapter where its memory was freed while it was read.
     *
     * @param failure what a loop threw that read it
     */
    public void checkAlive(IllegalStateException failure) {
        if (stored.isPresent() && !stored.get().scope().isAlive()) {
            tensor.reading(
                    () -> {
                        throw failure;
                    });
        }
    }

    private void decode(int at, double[] into, int from, int count) {
        tensor.reading(
                () -> {
                    part.decode(at, into, from, count);
                    return part;
                });
    }

    private DType dtype() {
        return tensor.dtype();
    }

    private long offset(int at) {
        return (long) at * tensor.bytesPerElement();
    }
}
