package io.terge.tensor;

import java.lang.foreign.MemorySegment;

/**
 * Turns stored elements into {@code double} and back. This scalar code is the specification that
 * any faster code has to match bit for bit.
 *
 * <p>Decoding is exact. Encoding rounds once, to the nearest value, ties to the even one; subnormal
 * numbers and the sign of zero are kept. What lies beyond the largest finite value becomes
 * infinity; in {@link DType#F8_E4M3}, which has none, a NaN of the same sign, as does infinity
 * itself.
 *
 * <p>Every NaN is encoded as one and the same: positive and quiet, with no other bit of the
 * fraction set. Which of two NaNs an addition hands on, and the sign of the NaN that infinity less
 * infinity is, differ between processors and compilers; the bytes of a merge must not.
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
            default -> throw new IllegalArgumentException("Not a floating type: " + dtype);
        };
    }

    /** The size of an element: 1, 2, 4 or 8 bytes. */
    int bytesPerElement();

    /**
     * Decodes consecutive elements.
     *
     * @param bytes the storage, little-endian
     * @param offset where the first element starts, in bytes
     * @param into where the values go
     * @param from the first place in {@code into} to fill
     * @param count how many elements
     */
    void decode(MemorySegment bytes, long offset, double[] into, int from, int count);

    /**
     * Encodes consecutive elements.
     *
     * @param values the values
     * @param from the first of them
     * @param count how many
     * @param bytes the storage, little-endian
     * @param offset where the first element goes, in bytes
     */
    void encode(double[] values, int from, int count, MemorySegment bytes, long offset);
}
