package io.terge.pytorch.tensor;

import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.StoredBytes;

/** The elements of tensors within the bytes of their storages. */
public final class TensorBytes {

    private TensorBytes() {}

    /**
     * Returns the cost of reading a tensor.
     *
     * @param bytes its elements, as {@link #of} returns them
     */
    public static Footprint footprint(ParameterSpec spec, StoredBytes bytes) {
        Footprint stored = Footprint.stored(spec);
        return bytes instanceof StridedBytes strided
                ? Footprint.of(stored.bytesRead(), stored.scratchPerElement(), strided.scratch())
                : stored;
    }

    /** Returns the elements of a tensor in row-major order, wherever they are in its storage. */
    public static StoredBytes of(TensorView view, StoredBytes storage) {
        if (!view.isContiguous()) {
            return StridedBytes.of(view, storage);
        }
        if (view.size() == 0) {
            return storage.slice(0, 0); // Its offset may be anywhere.
        }
        return view.isWholeStorage()
                ? storage
                : storage.slice(view.offset() * view.type().bytes(), view.size());
    }
}
