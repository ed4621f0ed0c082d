package io.terge.engine.schedule;

import io.terge.engine.kernel.Kernel;
import io.terge.engine.kernel.Kernels;
import io.terge.tensor.DType;
import io.terge.tensor.Scratch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** The memory of one thread, used again for every chunk: bytes off the heap and arrays on it. */
public final class WorkerMemory implements Scratch, AutoCloseable {

    private final Kernel kernel;
    private final int longestBlock;
    private final double[] piece;
    private final Arena arena = Arena.ofConfined();
    private final Runnable resetting;
    private final Scratch scratch;
    private final List<double[]> arrays = new ArrayList<>();

    /**
     * Takes the memory.
     *
     * @param kernels make the loops of this thread
     * @param longestBlock how many elements they are given at a time, at most
     * @param size how many bytes off the heap
     */
    public WorkerMemory(Kernels kernels, int longestBlock, long size) {
        ScratchRegion region = new ScratchRegion(arena.allocate(size, ScratchRegion.ALIGNMENT));
        this.kernel = kernels.newKernel(longestBlock);
        this.longestBlock = longestBlock;
        this.piece = new double[longestBlock];
        this.scratch = region;
        this.resetting = region::reset;
    }

    private WorkerMemory(Kernels kernels, int longestBlock, Scratch scratch) {
        this.kernel = kernels.newKernel(longestBlock);
        this.longestBlock = longestBlock;
        this.piece = new double[longestBlock];
        this.scratch = scratch;
        this.resetting = () -> {};
    }

    /**
     * Memory for one chunk of numbers that are computed while others are: with loops and arrays of
     * its own, and bytes of another memory.
     *
     * @param bytes where bytes off the heap come from
     */
    public static WorkerMemory within(Kernels kernels, int longestBlock, Scratch bytes) {
        return new WorkerMemory(kernels, longestBlock, bytes);
    }

    /** The loops of this thread. */
    public Kernel kernel() {
        return kernel;
    }

    /** How many elements the loops are given at a time, at most. */
    public int longestBlock() {
        return longestBlock;
    }

    /** Decodes any number of elements to any place. */
    public void decode(
            DType type, MemorySegment stored, long offset, double[] into, int from, int count) {
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
    public void encode(DType type, double[] values, int count, MemorySegment stored, long offset) {
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

    /** Whether any number of stored elements are finite. */
    public boolean areFinite(DType type, MemorySegment stored, long offset, int count) {
        int length;
        for (int done = 0; done < count; done += length) {
            length = Math.min(longestBlock, count - done);
            if (!kernel.areFinite(type, stored, offset + bytes(type, done), length)) {
                return false;
            }
        }
        return true;
    }

    private static long bytes(DType type, int elements) {
        return (long) elements * type.bits() / Byte.SIZE;
    }

    /** Makes all bytes free again: another chunk begins. */
    public void reset() {
        resetting.run();
    }

    @Override
    public MemorySegment take(long bytes) {
        return scratch.take(bytes);
    }

    /**
     * An array that may be longer than asked for; its values are those that were left in it.
     *
     * @param index which of the arrays
     * @param length the least length
     */
    public double[] array(int index, int length) {
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
