package io.terge.engine.execute;

import io.terge.engine.kernel.Kernel;
import io.terge.engine.kernel.Kernels;
import io.terge.tensor.DType;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** The memory of one thread, used again for every chunk: bytes off the heap and arrays on it. */
final class Scratch implements AutoCloseable {

    /** Where a cache line starts, which is where vector code likes to. */
    private static final long ALIGNMENT = 64;

    private final Kernel kernel;
    private final int longestBlock;
    private final double[] piece;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment bytes;
    private final List<double[]> arrays = new ArrayList<>();
    private long taken;

    /**
     * Takes the memory.
     *
     * @param kernels make the loops of this thread
     * @param longestBlock how many elements they are given at a time, at most
     * @param size how many bytes off the heap
     */
    Scratch(Kernels kernels, int longestBlock, long size) {
        this.kernel = kernels.newKernel(longestBlock);
        this.longestBlock = longestBlock;
        this.piece = new double[longestBlock];
        this.bytes = arena.allocate(size, ALIGNMENT);
    }

    /** How much room a chunk takes that is split in so many parts, which begin aligned. */
    static long room(long size, int parts) {
        return size + parts * ALIGNMENT;
    }

    Kernel kernel() {
        return kernel;
    }

    /** Decodes any number of elements to any place. */
    void decode(DType type, MemorySegment stored, long offset, double[] into, int from, int count) {
        if (from == 0 && count <= longestBlock) {
            kernel.decode(type, stored, offset, into, count);
            return;
        }
        int length;
        for (int done = 0; done < count; done += length) {
            length = Math.min(longestBlock, count - done);
            kernel.decode(type, stored, offset + bytes(type, done), piece, length);
            System.arraycopy(piece, 0, into, from + done, length);
        }
    }

    /** Encodes any number of elements. */
    void encode(DType type, double[] values, int count, MemorySegment stored, long offset) {
        if (count <= longestBlock) {
            kernel.encode(type, values, count, stored, offset);
            return;
        }
        int length;
        for (int done = 0; done < count; done += length) {
            length = Math.min(longestBlock, count - done);
            System.arraycopy(values, done, piece, 0, length);
            kernel.encode(type, piece, length, stored, offset + bytes(type, done));
        }
    }

    private static long bytes(DType type, int elements) {
        return (long) elements * type.bits() / Byte.SIZE;
    }

    /** Makes all bytes free again. */
    void reset() {
        taken = 0;
    }

    /** Takes some of the bytes, until the next reset. */
    MemorySegment take(long size) {
        MemorySegment part = bytes.asSlice(taken, size);
        taken = (taken + size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return part;
    }

    /**
     * An array that may be longer than asked for; its values are those that were left in it.
     *
     * @param index which of the arrays
     * @param length the least length
     */
    double[] array(int index, int length) {
        while (arrays.size() <= index) {
            arrays.add(new double[length]);
        }
        if (arrays.get(index).length < length) {
            arrays.set(index, new double[length]);
        }
        return arrays.get(index);
    }

    @Override
    public void close() {
        arena.close();
    }
}
