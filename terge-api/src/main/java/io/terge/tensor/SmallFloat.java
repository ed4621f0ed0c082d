package io.terge.tensor;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The floating types of 16 and 8 bits: a sign, some bits of exponent, some of fraction. Those of 8
 * bits go by way of F16, which has all their numbers.
 *
 * <p>A number's neighbours in such a type are multiples of a power of two, its unit. Beside {@code
 * c}, which is 1.5 times 2<sup>52</sup> units, a {@code double} has just that unit: {@code d + c}
 * is rounded to it, to the nearest, ties to even, and {@code - c} is exact. So an addition rounds,
 * once and without a branch, and all that follows is exact. The unit is that of the number's own
 * exponent, or of the smallest normal number of the type if it is below that.
 */
enum SmallFloat implements ElementCodec {
    F16(2, 10, -14),
    BF16(2, 7, -126),
    F8_E5M2(1, 2, -14),
    F8_E4M3(1, 3, -6);

    private static final ValueLayout.OfShort SHORT =
            JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int FRACTION = 52;
    private static final long EXPONENT = 0x7FFL << FRACTION;
    private static final long HALF = 1L << (FRACTION - 1);
    // Far beyond all types: c is still finite.
    private static final long LARGEST = exponent(200);
    private static final int F16_SIZE = 0x7FFF;
    private static final short F16_NAN = 0x7E00;
    private static final int E4M3_SIZE = 0x7F;
    private static final int SIGN_OF_BYTE = 0x80;
    // E4M3 has a bit of exponent less than F16: taken as one, its numbers are 256 times too small.
    private static final float E4M3_SCALE = 256;

    private final int bytes;
    private final long smallest;
    private final long lift;

    SmallFloat(int bytes, int fraction, int smallestExponent) {
        this.bytes = bytes;
        this.smallest = exponent(smallestExponent);
        this.lift = ((long) (FRACTION - fraction) << FRACTION) + HALF;
    }

    @Override
    public int bytesPerElement() {
        return bytes;
    }

    @Override
    public void decode(MemorySegment stored, long offset, double[] into, int from, int count) {
        switch (this) {
            case F16 -> {
                for (int i = 0; i < count; i++) {
                    into[from + i] = Float.float16ToFloat(stored.get(SHORT, offset + 2L * i));
                }
            }
            case BF16 -> {
                for (int i = 0; i < count; i++) {
                    into[from + i] = Float.intBitsToFloat(stored.get(SHORT, offset + 2L * i) << 16);
                }
            }
            case F8_E5M2 -> {
                for (int i = 0; i < count; i++) {
                    short upper = (short) (stored.get(JAVA_BYTE, offset + i) << 8);
                    into[from + i] = Float.float16ToFloat(upper);
                }
            }
            case F8_E4M3 -> {
                for (int i = 0; i < count; i++) {
                    short scaled = e4m3ToF16(stored.get(JAVA_BYTE, offset + i));
                    into[from + i] = Float.float16ToFloat(scaled) * E4M3_SCALE;
                }
            }
        }
    }

    @Override
    public void encode(double[] values, int from, int count, MemorySegment stored, long offset) {
        switch (this) {
            case F16 -> {
                for (int i = 0; i < count; i++) {
                    stored.set(SHORT, offset + 2L * i, toF16(round(values[from + i])));
                }
            }
            case BF16 -> {
                for (int i = 0; i < count; i++) {
                    // Every NaN has these bits, and its upper half is the one of the type.
                    int bits = Float.floatToIntBits(round(values[from + i]));
                    stored.set(SHORT, offset + 2L * i, (short) (bits >>> 16));
                }
            }
            case F8_E5M2 -> {
                for (int i = 0; i < count; i++) {
                    short upper = toF16(round(values[from + i]));
                    stored.set(JAVA_BYTE, offset + i, (byte) (upper >>> 8));
                }
            }
            case F8_E4M3 -> {
                for (int i = 0; i < count; i++) {
                    short scaled = toF16(round(values[from + i]) / E4M3_SCALE);
                    stored.set(JAVA_BYTE, offset + i, f16ToE4m3(scaled));
                }
            }
        }
    }

    private float round(double d) {
        long bits = Double.doubleToRawLongBits(d);
        long exponent = Math.min(Math.max(bits & EXPONENT, smallest), LARGEST);
        double c = Double.longBitsToDouble(exponent + lift);
        // The sum with c knows no negative zero.
        long rounded = Double.doubleToRawLongBits(d + c - c) | bits & Long.MIN_VALUE;
        return (float) Double.longBitsToDouble(rounded);
    }

    private static short toF16(float number) {
        return Float.isNaN(number) ? F16_NAN : Float.floatToFloat16(number);
    }

    private static short e4m3ToF16(byte stored) {
        int size = stored & E4M3_SIZE;
        return size == E4M3_SIZE ? F16_NAN : (short) ((stored & SIGN_OF_BYTE) << 8 | size << 7);
    }

    // What is beyond the largest number, or is none, has a larger pattern than the NaN of its sign.
    private static byte f16ToE4m3(short scaled) {
        int size = Math.min((scaled & F16_SIZE) >>> 7, E4M3_SIZE);
        return (byte) (scaled >>> 8 & SIGN_OF_BYTE | size);
    }

    private static long exponent(int e) {
        return (long) (1023 + e) << FRACTION;
    }
}
