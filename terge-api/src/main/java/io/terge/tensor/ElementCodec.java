package io.terge.tensor;

import java.lang.foreign.MemorySegment;

/**
 * Converts stored elements to {@code double} and back. This scalar code is the specification;
 * faster code must match it bit for bit.
 *
 * <p>Decoding is exact. Encoding rounds once, to the nearest value, ties to even; subnormal numbers
 * and the sign of zero are kept. A value that rounds beyond the largest finite value becomes
 * infinity; in {@link DType#F8_E4M3}, which has no infinity, it becomes a NaN of the same sign, as
 * does infinity itself.
 *
 * <p>Every NaN is encoded as the same bit pattern: positive and quiet, with no other bit of the
 * fraction set. Which of two NaNs an addition yields, and the sign of infinity minus infinity,
 * differ between processors and compilers; the bytes of a merge must not.
 *
 * @since 0.1
 */
public sealed interface ElementCodec permits Binary64, Binary32, SmallFloat {

    /**
     * Returns the codec of a type.
     *
     * @throws IllegalArgumentException if the type is not {@linkplain DType#isFloating() floating}
     */
    static ElementCodec of(DType dtype) {
        return switch (dtype.name()) {
            case "F64" -> Binary64.CODEC;
            case "F32" -> Binary32.CODEC;
            case "F16" -> SmallFloat.F16;
            case "BF16" -> SmallFloat.BF16;
            case "F8_E4M3" -> SmallFloat.F8_E4M3;
            case "F8_E5M2" -> SmallFloat.F8_E5M2;
            default ->
                    throw new IllegalArgumentException(
                            "Expected a floating-point type, got " + dtype);
        };
    }

    /** The size of an element: 1, 2, 4 or 8 bytes. */
    int bytesPerElement();

    /**
     * Decodes consecutive elements.
     *
     * @param bytes the storage, little-endian
     * @param offset the position of the first element in the storage, in bytes
     * @param into receives the values
     * @param from the index in {@code into} of the first value
     * @param count the number of elements
     */
    void decode(MemorySegment bytes, long offset, double[] into, int from, int count);

    /**
     * Encodes consecutive elements.
     *
     * @param values the values
     * @param from the index of the first value
     * @param count the number of values
     * @param bytes the storage, little-endian
     * @param offset the position of the first element in the storage, in bytes
     */
    void encode(double[] values, int from, int count, MemorySegment bytes, long offset);
}
