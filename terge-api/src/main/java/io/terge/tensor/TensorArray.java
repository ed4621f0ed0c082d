package io.terge.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A parameter in memory: a type, a shape and the elements. A model in memory is a {@code
 * Map<String, TensorArray>}.
 *
 * <p>The memory belongs to the caller and is not copied: a merge reads it, and an in-place merge
 * also writes it. It must be accessible to all threads.
 *
 * @param dtype the type of the elements
 * @param shape the dimensions
 * @param memory the elements, little-endian, row-major, without gaps; on the heap or off it
 * @since 0.1
 */
public record TensorArray(DType dtype, Shape shape, MemorySegment memory) {

    /**
     * @throws IllegalArgumentException if the size of the memory does not match type and shape
     */
    public TensorArray {
        checkSize(dtype, shape, memory);
    }

    /**
     * Returns a parameter of type {@link DType#F32} backed by an array.
     *
     * @param values the elements, row-major
     * @param shape the dimensions; by default, one dimension of the array's length
     */
    public static TensorArray of(float[] values, long... shape) {
        return new TensorArray(
                DType.F32, shapeOf(values.length, shape), MemorySegment.ofArray(values));
    }

    /**
     * Returns a parameter of type {@link DType#F64} backed by an array.
     *
     * @param values the elements, row-major
     * @param shape the dimensions; by default, one dimension of the array's length
     */
    public static TensorArray of(double[] values, long... shape) {
        return new TensorArray(
                DType.F64, shapeOf(values.length, shape), MemorySegment.ofArray(values));
    }

    /**
     * Returns a parameter whose elements are zero, in new memory that is freed when it is
     * unreachable.
     */
    public static TensorArray zeros(DType dtype, Shape shape) {
        long bytes = ParameterSpec.of("array", dtype, shape).byteSize();
        // Off the heap: an array ends at 2 GiB. Freed when nothing refers to it any more.
        return new TensorArray(dtype, shape, Arena.ofAuto().allocate(bytes, Long.BYTES));
    }

    /**
     * Returns the elements as {@code double}, in a new array.
     *
     * @throws IllegalArgumentException if the type is not floating
     * @throws ArithmeticException if there are more elements than fit in an array
     */
    public double[] toDoubles() {
        double[] values = new double[Math.toIntExact(shape.elements())];
        ElementCodec.of(dtype).decode(memory, 0, values, 0, values.length);
        return values;
    }

    /** Returns this parameter as a tensor with a name. */
    public Tensor tensor(String name) {
        return Tensor.stored(spec(name), memory);
    }

    /** Returns the header of this parameter with a name. */
    public ParameterSpec spec(String name) {
        return new ParameterSpec(name, dtype, shape, memory.byteSize());
    }

    private static void checkSize(DType dtype, Shape shape, MemorySegment memory) {
        // The header's own check compares the size with type and shape.
        new ParameterSpec("array", dtype, shape, memory.byteSize());
    }

    private static Shape shapeOf(int length, long[] shape) {
        return shape.length == 0 ? Shape.of(length) : Shape.of(shape);
    }
}
