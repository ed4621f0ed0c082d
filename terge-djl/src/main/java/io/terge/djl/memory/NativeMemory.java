package io.terge.djl.memory;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Finds the memory of arrays. */
final class NativeMemory {

    private NativeMemory() {}

    /**
     * Returns the memory of an array, which is not copied; empty if its elements are not in one
     * piece, on another device, or too many for a buffer.
     *
     * @param bytes the size of the array
     */
    static Optional<MemorySegment> of(NDArray array, long bytes) {
        if (bytes == 0) {
            return Optional.of(MemorySegment.NULL);
        }
        if (bytes > Integer.MAX_VALUE || array.getDevice().isGpu() || array.isSparse()) {
            return Optional.empty();
        }
        return isInOnePiece(array) ? Optional.of(buffer(array)) : Optional.empty();
    }

    // DJL does not say whether a buffer is the array's memory or a copy. Two copies that are there
    // at the same time have two addresses. The copies belong to a manager of their own: DJL gives
    // them to that of the array, where they would stay.
    private static boolean isInOnePiece(NDArray array) {
        try (NDManager manager = array.getManager().newSubManager()) {
            MemorySegment one = buffer(view(array, manager));
            MemorySegment another = buffer(view(array, manager));
            return one.isNative() && one.address() == another.address();
        } catch (UnsupportedOperationException noViews) {
            return false;
        }
    }

    /**
     * Returns a view of an array's memory that is not part of any computation of gradients.
     *
     * @param manager the owner of the view
     */
    static NDArray view(NDArray array, NDManager manager) {
        NDArray view = array.stopGradient();
        view.attach(manager);
        return view;
    }

    static MemorySegment buffer(NDArray array) {
        ByteBuffer buffer = array.toByteBuffer(true);
        buffer.rewind();
        return MemorySegment.ofBuffer(buffer);
    }
}
