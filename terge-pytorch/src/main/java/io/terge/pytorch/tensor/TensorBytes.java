package io.terge.pytorch.tensor;

import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * The elements of a contiguous tensor: a part of its storage.
 *
 * @param storage the bytes of the storage
 * @param start the first byte of the tensor
 * @param size the number of bytes
 */
public record TensorBytes(StoredBytes storage, long start, long size) implements StoredBytes {

    /** Returns the elements of a tensor in row-major order, wherever they are in its storage. */
    public static StoredBytes of(TensorView view, StoredBytes storage) {
        if (view.size() == 0) {
            return new TensorBytes(storage, 0, 0); // Its offset may be beyond the storage.
        }
        if (!view.isContiguous()) {
            return StridedBytes.of(view, storage);
        }
        return view.isWholeStorage()
                ? storage
                : new TensorBytes(storage, view.offset() * view.type().bytes(), view.size());
    }

    @Override
    public void read(long offset, MemorySegment into) throws IOException {
        Objects.checkFromIndexSize(offset, into.byteSize(), size);
        storage.read(start + offset, into);
    }
}
