package io.terge.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A parameter in memory: a type, a shape, and memory that holds the elements. A model in memory is
 * a {@code Map<String, TensorArray>}.
 *
 * <p>The memory is the caller's: it is read, and in a merge in place written, not copied.
 *
 * @param dtype the type of the elements
 * @param shape the dimensions
 * @param memory the elements, little-endian, row-major, without gaps; on the heap or off it
 * @since 0.1
 */
public record TensorArray(DType dtype, Shape shape, MemorySegment memory) {

    /**
     * Checks the size of the memory.
     *
     * @throws IllegalArgumentException if type and shape do not fill the memory exactly
     */
    public TensorArray {
        checkSize(dtype, shape, memory);
    }

    /**
     * Returns a parameter of type {@link DType#F32} over this very array.
     *
     * @param values the elements, row-major
     * @param shape the dimensions; none for one dimension of the array's length
     */
    public static TensorArray of(float[] values, long... shape) {
        return new TensorArray(
                DType.F32, shapeOf(values.length, shape), MemorySegment.ofArray(values));
    }

    /**
     * Returns a parameter of type {@link DType#F64} over this very array.
     *
     * @param values the elements, row-major
     * @param shape the dimensions; none for one dimension of the array's length
     */
    public static TensorArray of(double[] values, long... shape) {
        return new TensorArray(
                DType.F64, shapeOf(values.length, shape), MemorySegment.ofArray(values));
    }

    /** Returns a parameter of this type and shape whose elements are zero, in memory of its own. */
    public static TensorArray zeros(DType dtype, Shape shape) {
        long bytes = ParameterSpec.of("array", dtype, shape).byteSize();
        // Off the heap: an array ends at 2 GiB. Freed when nothing refers to it any more.
        return new TensorArray(dtype, shape, Arena.ofAuto().allocate(bytes, Long.BYTES));
    }

    /**
     * The elements as {@code double}, in a new array.
     *
     * @throws IllegalArgumentException if the type is not floating
     * @throws ArithmeticException if there are more elements than an array can hold
     */
    public double[] toDoubles() {
        double[] values = new double[Math.toIntExact(shape.elements())];
        ElementCodec.of(dtype).decode(memory, 0, values, 0, values.length);
        return values;
    }

    /** This parameter as a tensor of the given name. */
    public Tensor tensor(String name) {
        return Tensor.stored(spec(name), memory);
    }

    /** The header of this parameter under the given name. */
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
