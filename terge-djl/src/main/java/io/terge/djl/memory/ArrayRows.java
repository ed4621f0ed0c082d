package io.terge.djl.memory;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

import io.terge.tensor.ParameterSpec;
import io.terge.tensor.StoredBytes;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * The elements of an array that is not in one piece of this memory, such as a transposed one or one
 * on another device: copied by rows, as many at a time as are needed.
 */
record ArrayRows(NDArray array, ParameterSpec spec) implements StoredBytes {

    private static final long MOST_BYTES = 16L << 20;

    @Override
    public long size() {
        return spec.byteSize();
    }

    @Override
    public void read(long offset, MemorySegment into) {
        Objects.checkFromIndexSize(offset, into.byteSize(), size());
        long end = offset + into.byteSize();
        for (long row = offset / rowBytes(); row * rowBytes() < end; row += step()) {
            read(row, Math.min(rows(), row + step()), offset, into);
        }
    }

    private void read(long first, long last, long offset, MemorySegment into) {
        try (NDManager manager = array.getManager().newSubManager()) {
            NDArray part = vector(manager).get(NDIndex.sliceAxis(0, first, last));
            MemorySegment copy = NativeMemory.buffer(part);
            long from = Math.max(offset, first * rowBytes());
            long to = Math.min(offset + into.byteSize(), last * rowBytes());
            MemorySegment.copy(
                    copy, from - first * rowBytes(), into, from - offset, Math.max(0, to - from));
        }
    }

    /** Replaces all elements. */
    void write(MemorySegment elements) {
        for (long row = 0; row < rows(); row += step()) {
            write(row, Math.min(rows(), row + step()), elements);
        }
    }

    private void write(long first, long last, MemorySegment elements) {
        try (NDManager manager = array.getManager().newSubManager()) {
            MemorySegment part = elements.asSlice(first * rowBytes(), (last - first) * rowBytes());
            NDArray target = vector(manager);
            Shape shape = target.getShape().slice(1);
            Shape slice = new Shape(last - first).addAll(shape);
            NDArray values = manager.create(part.asByteBuffer(), slice, array.getDataType());
            target.set(NDIndex.sliceAxis(0, first, last), values);
        }
    }

    // A scalar has no rows, but a view of one element has.
    private NDArray vector(NDManager manager) {
        NDArray view = NativeMemory.view(array, manager);
        return spec.shape().rank() == 0 ? view.reshape(1) : view;
    }

    private long rows() {
        return spec.shape().rank() == 0 ? 1 : spec.shape().dimension(0);
    }

    private long rowBytes() {
        return size() / rows();
    }

    private long step() {
        return Math.max(1, MOST_BYTES / rowBytes());
    }
}
