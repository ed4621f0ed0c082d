package io.terge.engine.kernel;

import io.terge.tensor.DType;
import io.terge.tensor.ElementCodec;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Stores numbers by loops over arrays, of which the JIT compiler makes vector code by itself, and
 * soon; bits and numbers become each other by being copied from one array to another.
 *
 * <p>To F16 a number is rounded in two steps that are one: first to a {@code float}, and to odd
 * where that is not exact, which keeps it on its side of what lies in the middle of two numbers of
 * the type; then to the nearest, ties to even (Boldo and Melquiond, IEEE Transactions on Computers
 * 57, 2008). To BF16 it is rounded by its bits. Pieces with a number for which that does not hold,
 * which are rare, are left to {@link ElementCodec}.
 */
final class ArrayWriter {

    // So many that all arrays stay in the first cache.
    private static final int PIECE = 512;

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ORDER);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ORDER);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ORDER);

    // Whether the lower half of a long is the first of two floats.
    private static final boolean IS_LITTLE = ByteOrder.nativeOrder() == ORDER;

    private static final long INFINITY = 0x7FF0_0000_0000_0000L;
    // What a float has no room for.
    private static final long REST = (1L << 52 - 23) - 1;
    private static final int FLOAT_INFINITY = 0x7F80_0000;
    private static final long LOWER_HALF = (1L << Integer.SIZE) - 1;
    // Of the upper half of a double, which has 20 of its 52 bits of fraction: what is added to the
    // exponents of BF16, and how many bits it has no room for.
    private static final int BF16_OFFSET = 1023 - 127 << 20;
    private static final int BF16_REST = 20 - 7;
    private static final int BF16_BELOW_HALF = (1 << BF16_REST - 1) - 1;
    private static final int BF16_NORMAL = 1023 - 126 << 20;
    private static final int BF16_LARGEST =
            (int) (Double.doubleToRawLongBits(0x1.FEp127) >>> Integer.SIZE);

    private final double[] doubles = new double[PIECE];
    private final long[] longs = new long[PIECE];
    private final float[] floats = new float[PIECE];
    private final int[] ints = new int[PIECE];
    private final short[] shorts = new short[PIECE];
    private final MemorySegment longBits = MemorySegment.ofArray(longs);
    private final MemorySegment intBits = MemorySegment.ofArray(ints);

    void write(DType type, double[] values, int count, MemorySegment bytes, long offset) {
        ElementCodec codec = ElementCodec.of(type);
        for (int from = 0; from < count; from += PIECE) {
            int length = Math.min(PIECE, count - from);
            long at = offset + (long) from * codec.bytesPerElement();
            boolean isWritten =
                    switch (type.name()) {
                        case "F64" -> f64(values, from, length, bytes, at);
                        case "F32" -> f32(values, from, length, bytes, at);
                        case "BF16" -> bf16(values, from, length, bytes, at);
                        case "F16" -> f16(values, from, length, bytes, at);
                        default -> false;
                    };
            if (!isWritten) {
                codec.encode(values, from, length, bytes, at);
            }
        }
    }

    private boolean f64(double[] values, int from, int count, MemorySegment bytes, long offset) {
        MemorySegment.copy(values, from, longBits, ValueLayout.JAVA_DOUBLE, 0, count);
        if (!areNumbers(longs, count)) {
            return false;
        }
        MemorySegment.copy(longs, 0, bytes, LONG, offset, count);
        return true;
    }

    private boolean f32(double[] values, int from, int count, MemorySegment bytes, long offset) {
        System.arraycopy(
                values, from, doubles, 0, count); // Loops with an offset are not vectorised.
        narrow(doubles, floats, count);
        MemorySegment.copy(floats, 0, intBits, ValueLayout.JAVA_FLOAT, 0, count);
        if (!areNumbers(ints, count)) {
            return false;
        }
        MemorySegment.copy(ints, 0, bytes, INT, offset, count);
        return true;
    }

    private boolean bf16(double[] values, int from, int count, MemorySegment bytes, long offset) {
        MemorySegment.copy(values, from, longBits, ValueLayout.JAVA_DOUBLE, 0, count);
        keepUpperHalves(longs, ints, count);
        if (!IS_LITTLE || !areOfBf16(ints, count)) {
            return false;
        }
        roundToBf16(ints, count);
        int pairs = (count + 1) / 2; // With what is left behind the last one.
        MemorySegment.copy(ints, 0, longBits, ValueLayout.JAVA_INT, 0, count);
        joinLowerHalves(longs, ints, pairs);
        MemorySegment.copy(intBits, SHORT, 0, bytes, SHORT, offset, count);
        return true;
    }

    // A number too small for this is 0 in F16 in any case.
    private boolean f16(double[] values, int from, int count, MemorySegment bytes, long offset) {
        MemorySegment.copy(values, from, longBits, ValueLayout.JAVA_DOUBLE, 0, count);
        if (!areNumbers(longs, count)) {
            return false;
        }
        toOddFloats(count);
        floatToF16(floats, shorts, count);
        MemorySegment.copy(shorts, 0, bytes, SHORT, offset, count);
        return true;
    }

    private void toOddFloats(int count) {
        roundToOdd(longs, count);
        MemorySegment.copy(longBits, ValueLayout.JAVA_DOUBLE, 0, doubles, 0, count);
        narrow(doubles, floats, count);
    }

    // The last bit of a float is set if there is a rest.
    private static void roundToOdd(long[] bits, int count) {
        for (int i = 0; i < count; i++) {
            bits[i] = (bits[i] | (bits[i] & REST) + REST) & ~REST;
        }
    }

    private static void narrow(double[] from, float[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = (float) from[i];
        }
    }

    // The last bit is set if there is a rest: rounding asks for no more of the lower half.
    private static void keepUpperHalves(long[] from, int[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = (int) ((from[i] | (from[i] & LOWER_HALF) + LOWER_HALF) >>> Integer.SIZE);
        }
    }

    // To the nearest, ties to even. Only a zero is negative without the offset: it is masked.
    private static void roundToBf16(int[] bits, int count) {
        for (int i = 0; i < count; i++) {
            int size = (bits[i] & Integer.MAX_VALUE) - BF16_OFFSET;
            int rounded = size + BF16_BELOW_HALF + (size >>> BF16_REST & 1) >>> BF16_REST;
            bits[i] = rounded & ~(size >> Integer.SIZE - 1) | bits[i] >>> 16 & 0x8000;
        }
    }

    // Two at a time, as a long that becomes an int.
    private static void joinLowerHalves(long[] from, int[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = (int) (from[i] & 0xFFFFL | from[i] >>> 16 & 0xFFFF_0000L);
        }
    }

    private static void floatToF16(float[] from, short[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = Float.floatToFloat16(from[i]);
        }
    }

    // Whether all are 0 or, rounded, normal numbers of BF16. A difference below 0 has its sign bit
    // set, which a bitwise "or" of all keeps.
    private static boolean areOfBf16(int[] bits, int count) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            int size = bits[i] & Integer.MAX_VALUE;
            found |= size - BF16_NORMAL & -size | BF16_LARGEST - size;
        }
        return found >= 0;
    }

    private static boolean areNumbers(long[] bits, int count) {
        long found = 0;
        for (int i = 0; i < count; i++) {
            found |= INFINITY - (bits[i] & Long.MAX_VALUE);
        }
        return found >= 0;
    }

    private static boolean areNumbers(int[] bits, int count) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            found |= FLOAT_INFINITY - (bits[i] & Integer.MAX_VALUE);
        }
        return found >= 0;
    }
}
