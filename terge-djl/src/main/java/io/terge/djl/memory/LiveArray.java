package io.terge.djl.memory;

import ai.djl.ndarray.NDArray;

import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * The array of a parameter.
 *
 * @param spec the parameter's header
 * @param array the array, which belongs to the caller
 * @param memory the elements where they are; empty if they are not in one piece in this memory
 */
record LiveArray(ParameterSpec spec, NDArray array, Optional<MemorySegment> memory) {

    /** What two names of one array have in common. */
    private record Place(long address, DType dtype, Shape shape) {}

    static LiveArray of(String name, DType dtype, NDArray array) {
        Shape shape = Shape.of(array.getShape().getShape());
        ParameterSpec spec = ParameterSpec.of(name, dtype, shape);
        return new LiveArray(spec, array, NativeMemory.of(array, spec.byteSize()));
    }

    /** An object that is equal to that of another name of the same array. */
    Object identity() {
        return memory.<Object>map(there -> new Place(there.address(), spec.dtype(), spec.shape()))
                .orElseGet(array::getUid);
    }

    /** Returns the array as a tensor. */
    Tensor tensor() {
        return memory.map(there -> Tensor.stored(spec, there))
                .orElseGet(() -> Tensor.stored(spec, (StoredBytes) rows()));
    }

    /** Replaces all elements. */
    void set(MemorySegment elements) {
        memory.ifPresentOrElse(there -> there.copyFrom(elements), () -> rows().write(elements));
    }

    private ArrayRows rows() {
        return new ArrayRows(array, spec);
    }
}
