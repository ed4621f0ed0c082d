package io.terge.engine.kernel;

import static jdk.incubator.vector.VectorOperators.MAX;

import io.terge.tensor.DType;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/**
 * {@link StoredValues} in vector code: the largest pattern without its sign, against the bound.
 * Whole vectors only.
 */
final class VectorValues {

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

    /** What the number of elements has to be a multiple of. */
    static final int STEP = BYTES.length();

    private VectorValues() {}

    static boolean areFinite(DType type, MemorySegment bytes, long offset, int count) {
        return switch (type.name()) {
            case "F64" -> longs(bytes, offset, count);
            case "F32" -> ints(bytes, offset, count);
            case "F16" -> shorts(bytes, offset, count) < StoredValues.F16_BOUND;
            case "BF16" -> shorts(bytes, offset, count) < StoredValues.BF16_BOUND;
            case "F8_E5M2" -> bytes(bytes, offset, count) < StoredValues.F8_E5M2_BOUND;
            case "F8_E4M3" -> bytes(bytes, offset, count) < StoredValues.F8_E4M3_BOUND;
            default ->
                    throw new IllegalArgumentException(
                            "Expected a floating-point type, got " + type);
        };
    }

    private static boolean longs(MemorySegment bytes, long offset, int count) {
        LongVector largest = LongVector.zero(LONGS);
        for (int i = 0; i < count; i += LONGS.length()) {
            LongVector v = LongVector.fromMemorySegment(LONGS, bytes, offset + 8L * i, ORDER);
            largest = largest.max(v.and(Long.MAX_VALUE));
        }
        return largest.reduceLanes(MAX) < StoredValues.F64_BOUND;
    }

    private static boolean ints(MemorySegment bytes, long offset, int count) {
        IntVector largest = IntVector.zero(INTS);
        for (int i = 0; i < count; i += INTS.length()) {
            IntVector v = IntVector.fromMemorySegment(INTS, bytes, offset + 4L * i, ORDER);
            largest = largest.max(v.and(Integer.MAX_VALUE));
        }
        return largest.reduceLanes(MAX) < StoredValues.F32_BOUND;
    }

    private static short shorts(MemorySegment bytes, long offset, int count) {
        ShortVector largest = ShortVector.zero(SHORTS);
        for (int i = 0; i < count; i += SHORTS.length()) {
            ShortVector v = ShortVector.fromMemorySegment(SHORTS, bytes, offset + 2L * i, ORDER);
            largest = largest.max(v.and(Short.MAX_VALUE));
        }
        return largest.reduceLanes(MAX);
    }

    private static byte bytes(MemorySegment bytes, long offset, int count) {
        ByteVector largest = ByteVector.zero(BYTES);
        for (int i = 0; i < count; i += BYTES.length()) {
            ByteVector v = ByteVector.fromMemorySegment(BYTES, bytes, offset + i, ORDER);
            largest = largest.max(v.and(Byte.MAX_VALUE));
        }
        return largest.reduceLanes(MAX);
    }
}
