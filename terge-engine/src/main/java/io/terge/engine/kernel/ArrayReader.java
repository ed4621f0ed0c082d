package io.terge.engine.kernel;

import io.terge.tensor.DType;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Stored elements to {@code float}s by loops over arrays, of which the JIT compiler makes vector
 * code by itself, and soon. It makes none of {@link Float#intBitsToFloat}: bits become numbers by
 * being copied from one array to another.
 */
final class ArrayReader implements StoredFloats {

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ORDER);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ORDER);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ORDER);
    // Whether the lower half of a long is the first of two floats.
    private static final boolean IS_LITTLE = ByteOrder.nativeOrder() == ORDER;
    private static final short F16_NAN = 0x7E00;
    private static final float E4M3_SCALE = 256;

    private final short[] shorts;
    private final int[] ints;
    private final long[] longs;
    private final MemorySegment longBits;

    ArrayReader(int longest) {
        shorts = new short[longest];
        ints = new int[longest];
        longs = new long[longest / 2];
        longBits = MemorySegment.ofArray(longs);
    }

    @Override
    public void read(FloatType type, MemorySegment bytes, long offset, float[] into, int count) {
        switch (type) {
            case F32 -> MemorySegment.copy(bytes, FLOAT, offset, into, 0, count);
            case BF16 -> readBf16(bytes, offset, into, count);
            case F16 -> {
                MemorySegment.copy(bytes, SHORT, offset, shorts, 0, count);
                f16ToFloat(shorts, into, 1, count);
            }
            case F8_E5M2 -> {
                e5m2ToF16(bytes, offset, shorts, count);
                f16ToFloat(shorts, into, 1, count);
            }
            case F8_E4M3 -> {
                e4m3ToF16(bytes, offset, shorts, count);
                f16ToFloat(shorts, into, E4M3_SCALE, count);
            }
        }
    }

    /** Whether all elements are finite, as {@link StoredValues} judges. */
    boolean areFinite(DType type, MemorySegment bytes, long offset, int count) {
        return switch (type.name()) {
            case "BF16" -> areBelow(StoredValues.BF16_BOUND, bytes, offset, count);
            case "F16" -> areBelow(StoredValues.F16_BOUND, bytes, offset, count);
            case "F32" -> {
                MemorySegment.copy(bytes, INT, offset, ints, 0, count);
                yield areBelow(StoredValues.F32_BOUND, ints, count);
            }
            default -> StoredValues.areFinite(type, bytes, offset, count);
        };
    }

    private boolean areBelow(int bound, MemorySegment bytes, long offset, int count) {
        int pairs = count / 2;
        MemorySegment.copy(bytes, INT, offset, ints, 0, pairs);
        boolean isLastBelow =
                2 * pairs == count
                        || (bytes.get(SHORT, offset + 4L * pairs) & Short.MAX_VALUE) < bound;
        return isLastBelow && areHalvesBelow(bound, ints, pairs);
    }

    // A difference below 0 has its sign bit set, which a bitwise "or" of all keeps.
    private static boolean areHalvesBelow(int bound, int[] bits, int count) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            int first = bound - 1 - (bits[i] & Short.MAX_VALUE);
            int second = bound - 1 - (bits[i] >>> 16 & Short.MAX_VALUE);
            found |= first | second;
        }
        return found >= 0;
    }

    private static boolean areBelow(int bound, int[] bits, int count) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            found |= bound - 1 - (bits[i] & Integer.MAX_VALUE);
        }
        return found >= 0;
    }

    // Two at a time, as an int that becomes a long: that is faster than shorts that become ints.
    private void readBf16(MemorySegment bytes, long offset, float[] into, int count) {
        int pairs = IS_LITTLE ? count / 2 : 0;
        MemorySegment.copy(bytes, INT, offset, ints, 0, pairs);
        upperHalves(ints, longs, pairs);
        MemorySegment.copy(longBits, FLOAT, 0, into, 0, 2 * pairs);
        for (int i = 2 * pairs; i < count; i++) {
            into[i] = Float.intBitsToFloat(bytes.get(SHORT, offset + 2L * i) << 16);
        }
    }

    private static void upperHalves(int[] from, long[] into, int count) {
        for (int i = 0; i < count; i++) {
            long pair = from[i];
            into[i] = pair << 16 & 0xFFFF_0000L | (pair & 0xFFFF_0000L) << 32;
        }
    }

    private static void f16ToFloat(short[] from, float[] into, float scale, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = Float.float16ToFloat(from[i]) * scale;
        }
    }

    // The upper half of an F16.
    private static void e5m2ToF16(MemorySegment bytes, long offset, short[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = (short) (bytes.get(BYTE, offset + i) << 8);
        }
    }

    // One bit of exponent less than an F16: taken as one, the number is 256 times too small.
    private static void e4m3ToF16(MemorySegment bytes, long offset, short[] into, int count) {
        for (int i = 0; i < count; i++) {
            int stored = bytes.get(BYTE, offset + i);
            int size = stored & 0x7F;
            into[i] = size == 0x7F ? F16_NAN : (short) ((stored & 0x80) << 8 | size << 7);
        }
    }
}
