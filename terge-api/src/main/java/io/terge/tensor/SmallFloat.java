package io.terge.tensor;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The floating types of 16 and 8 bits: a sign, some bits of exponent, some of fraction.
 *
 * <p>Encoding works on the bits of the {@code double}: going by way of {@code float} would round
 * twice, which is wrong next to a tie.
 */
enum SmallFloat implements ElementCodec {
    F16(16, 10, 0x7BFF, 0x7C00),
    BF16(16, 7, 0x7F7F, 0x7F80),
    F8_E5M2(8, 2, 0x7B, 0x7C),
    F8_E4M3(8, 3, 0x7E, 0x7F);

    private static final ValueLayout.OfShort SHORT =
            JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int DOUBLE_FRACTION = 52;
    private static final int DOUBLE_BIAS = 1023;
    private static final long DOUBLE_FRACTION_MASK = (1L << DOUBLE_FRACTION) - 1;
    private static final long DOUBLE_INFINITY = 0x7FFL << DOUBLE_FRACTION;

    private final int bits;
    private final int fraction;
    private final int bias;
    private final int largest;
    // Where what is beyond the largest finite value goes: infinity, or NaN where there is none.
    private final int overflow;

    SmallFloat(int bits, int fraction, int largest, int overflow) {
        this.bits = bits;
        this.fraction = fraction;
        this.bias = (1 << (bits - fraction - 2)) - 1;
        this.largest = largest;
        this.overflow = overflow;
    }

    @Override
    public int bytesPerElement() {
        return bits / Byte.SIZE;
    }

    @Override
    public void decode(MemorySegment bytes, long offset, double[] into, int from, int count) {
        if (bits == Byte.SIZE) {
            for (int i = 0; i < count; i++) {
                into[from + i] = decode(bytes.get(JAVA_BYTE, offset + i));
            }
        } else if (this == F16) {
            for (int i = 0; i < count; i++) {
                into[from + i] = Float.float16ToFloat(bytes.get(SHORT, offset + 2L * i));
            }
        } else {
            for (int i = 0; i < count; i++) {
                into[from + i] = Float.intBitsToFloat(bytes.get(SHORT, offset + 2L * i) << 16);
            }
        }
    }

    @Override
    public void encode(double[] values, int from, int count, MemorySegment bytes, long offset) {
        if (bits == Byte.SIZE) {
            for (int i = 0; i < count; i++) {
                bytes.set(JAVA_BYTE, offset + i, (byte) encode(values[from + i]));
            }
        } else {
            for (int i = 0; i < count; i++) {
                bytes.set(SHORT, offset + 2L * i, (short) encode(values[from + i]));
            }
        }
    }

    private double decode(int stored) {
        int magnitude = stored & ((1 << (bits - 1)) - 1);
        int exponent = magnitude >>> fraction;
        int rest = magnitude & ((1 << fraction) - 1);
        double value;
        if (magnitude > largest) {
            return notFinite(stored, magnitude);
        } else if (exponent == 0) {
            value = Math.scalb((double) rest, 1 - bias - fraction);
        } else {
            value = Math.scalb((double) (rest | 1 << fraction), exponent - bias - fraction);
        }
        return (stored & 1 << (bits - 1)) == 0 ? value : -value;
    }

    private double notFinite(int stored, int magnitude) {
        long sign = (long) (stored >>> (bits - 1) & 1) << 63;
        boolean infinite = magnitude == overflow && this != F8_E4M3;
        // The fraction of a NaN is kept, as in the wider types.
        long payload = infinite ? 0 : (long) magnitude << (DOUBLE_FRACTION - fraction);
        return Double.longBitsToDouble(sign | DOUBLE_INFINITY | payload & DOUBLE_FRACTION_MASK);
    }

    private int encode(double value) {
        if (Double.isNaN(value)) {
            return notANumber();
        }
        long raw = Double.doubleToRawLongBits(value);
        int sign = (int) (raw >>> 63) << (bits - 1);
        return sign | magnitude(raw);
    }

    private int magnitude(long raw) {
        int exponent = (int) (raw >>> DOUBLE_FRACTION & 0x7FF) - DOUBLE_BIAS;
        long significand = raw & DOUBLE_FRACTION_MASK;
        if (exponent > DOUBLE_BIAS) {
            return overflow;
        }
        if (exponent == -DOUBLE_BIAS) {
            return 0; // A subnormal double is far below half of the smallest value of any of these.
        }
        significand |= 1L << DOUBLE_FRACTION;
        int smallestExponent = 1 - bias;
        int shift = DOUBLE_FRACTION - fraction + Math.max(0, smallestExponent - exponent);
        if (shift > DOUBLE_FRACTION + 1) {
            return 0; // Below half of the smallest value.
        }
        long kept = significand >>> shift;
        long dropped = significand & (1L << shift) - 1;
        long half = 1L << (shift - 1);
        if (dropped > half || (dropped == half && (kept & 1) == 1)) {
            kept++;
        }
        // The leading bit of a normal number, and a carry out of the rounding, add one to the
        // exponent by themselves.
        long lifted = (long) Math.max(0, exponent - smallestExponent) << fraction;
        long magnitude = lifted + kept;
        return magnitude > largest ? overflow : (int) magnitude;
    }

    private int notANumber() {
        int quiet = 1 << (fraction - 1);
        return overflow | quiet;
    }
}
