package io.terge.pytorch.tensor;

import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import java.util.List;

/**
 * A tensor: a view of a storage.
 *
 * @param storage where its elements are
 * @param type the type of its elements
 * @param offset the first element, counted from the start of the storage
 * @param shape the dimensions
 * @param strides for each dimension, the distance between neighbours in elements; 0 or more
 */
public record TensorView(
        Storage storage, TorchType type, long offset, Shape shape, List<Long> strides) {

    public TensorView {
        strides = List.copyOf(strides);
    }

    /** Whether the elements are in row-major order without gaps. */
    public boolean isContiguous() {
        if (shape.elements() == 0) {
            return true;
        }
        long expected = 1;
        for (int i = shape.rank() - 1; i >= 0; i--) {
            long size = shape.dimension(i);
            if (size != 1 && strides.get(i) != expected) {
                return false;
            }
            expected *= size;
        }
        return true;
    }

    /** Whether it is contiguous and is all of its storage. */
    public boolean isWholeStorage() {
        return isContiguous() && offset == 0 && size() == storage.bytes();
    }

    /** The number of bytes of its elements. */
    public long size() {
        return shape.elements() * type.bytes();
    }

    /** The parameter that it is under a name. */
    public ParameterSpec spec(String name) {
        return new ParameterSpec(name, type.dtype(), shape, size());
    }
}
