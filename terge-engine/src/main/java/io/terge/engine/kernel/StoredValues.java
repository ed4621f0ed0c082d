package io.terge.engine.kernel;

import io.terge.tensor.DType;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Whether stored elements are finite, judged by their bits: those without the sign are smaller than
 * a bound, which is infinity, or the NaN of a type without infinity.
 */
final class StoredValues {

    static final short F16_BOUND = 0x7C00;
    static final short BF16_BOUND = 0x7F80;
    static final int F32_BOUND = 0x7F80_0000;
    static final long F64_BOUND = 0x7FF0_0000_0000_0000L;
    static final byte F8_E5M2_BOUND = 0x7C;
    static final byte F8_E4M3_BOUND = 0x7F;

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ORDER);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ORDER);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ORDER);

    private StoredValues() {}

    static boolean areFinite(DType type, MemorySegment bytes, long offset, int count) {
        return switch (type.name()) {
            case "F64" -> longs(bytes, offset, count);
            case "F32" -> ints(bytes, offset, count);
            case "F16" -> shorts(bytes, offset, count, F16_BOUND);
            case "BF16" -> shorts(bytes, offset, count, BF16_BOUND);
            case "F8_E5M2" -> bytes(bytes, offset, count, F8_E5M2_BOUND);
            case "F8_E4M3" -> bytes(bytes, offset, count, F8_E4M3_BOUND);
            default ->
                    throw new IllegalArgumentException(
                            "Expected a floating-point type, got " + type);
        };
    }

    private static boolean longs(MemorySegment bytes, long offset, int count) {
        long largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, bytes.get(LONG, offset + 8L * i) & Long.MAX_VALUE);
        }
        return largest < F64_BOUND;
    }

    private static boolean ints(MemorySegment bytes, long offset, int count) {
        int largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, bytes.get(INT, offset + 4L * i) & Integer.MAX_VALUE);
        }
        return largest < F32_BOUND;
    }

    private static boolean shorts(MemorySegment bytes, long offset, int count, short bound) {
        int largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, bytes.get(SHORT, offset + 2L * i) & Short.MAX_VALUE);
        }
        return largest < bound;
    }

    private static boolean bytes(MemorySegment bytes, long offset, int count, byte bound) {
        int largest = 0;
        for (int i = 0; i < count; i++) {
            largest =
                    Math.max(
                            largest, bytes.get(ValueLayout.JAVA_BYTE, offset + i) & Byte.MAX_VALUE);
        }
        return largest < bound;
    }
}
