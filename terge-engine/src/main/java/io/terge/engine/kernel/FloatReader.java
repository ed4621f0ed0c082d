package io.terge.engine.kernel;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_B2S;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_S2I;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Stored elements to {@code float}s, exactly. Each loop is small, and flat, so that the JIT
 * compiler takes all of it into registers; what has a conversion in the language is a plain loop,
 * of which it makes vector code by itself.
 */
final class FloatReader implements StoredFloats {

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ORDER);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ORDER);
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorShape HALF = VectorShape.forBitSize(INTS.vectorBitSize() / 2);
    private static final VectorSpecies<Short> HALF_SHORTS = HALF.withLanes(short.class);
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Byte> HALF_BYTES = HALF.withLanes(byte.class);
    private static final short F16_NAN = 0x7E00;

    // F8 types become F16 first.
    private final short[] halves;

    FloatReader(int longest) {
        halves = new short[longest];
    }

    @Override
    public void read(FloatType type, MemorySegment bytes, long offset, float[] into, int count) {
        switch (type) {
            case BF16 -> readBf16(bytes, offset, into, count);
            case F16 -> readF16(bytes, offset, into, count);
            case F32 -> MemorySegment.copy(bytes, FLOAT, offset, into, 0, count);
            case F8_E5M2 -> {
                e5m2ToF16(bytes, offset, halves, count);
                f16ToFloat(halves, into, count);
            }
            case F8_E4M3 -> {
                e4m3ToF16(bytes, offset, halves, count);
                f16ToFloat256(halves, into, count);
            }
        }
    }

    private static void readBf16(MemorySegment bytes, long offset, float[] into, int count) {
        int whole = INTS.loopBound(count);
        for (int i = 0; i < whole; i += INTS.length()) {
            ShortVector stored =
                    ShortVector.fromMemorySegment(HALF_SHORTS, bytes, offset + 2L * i, ORDER);
            IntVector wide = (IntVector) stored.convertShape(ZERO_EXTEND_S2I, INTS, 0);
            wide.lanewise(LSHL, 16).reinterpretAsFloats().intoArray(into, i);
        }
        for (int i = whole; i < count; i++) {
            into[i] = Float.intBitsToFloat(bytes.get(SHORT, offset + 2L * i) << 16);
        }
    }

    private static void readF16(MemorySegment bytes, long offset, float[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = Float.float16ToFloat(bytes.get(SHORT, offset + 2L * i));
        }
    }

    // The upper half of an F16.
    private static void e5m2ToF16(MemorySegment bytes, long offset, short[] into, int count) {
        int whole = SHORTS.loopBound(count);
        for (int i = 0; i < whole; i += SHORTS.length()) {
            ByteVector stored = ByteVector.fromMemorySegment(HALF_BYTES, bytes, offset + i, ORDER);
            ShortVector wide = (ShortVector) stored.convertShape(ZERO_EXTEND_B2S, SHORTS, 0);
            wide.lanewise(LSHL, 8).intoArray(into, i);
        }
        for (int i = whole; i < count; i++) {
            into[i] = (short) (bytes.get(ValueLayout.JAVA_BYTE, offset + i) << 8);
        }
    }

    // One bit of exponent less than an F16: taken as one, the number is 256 times too small.
    private static void e4m3ToF16(MemorySegment bytes, long offset, short[] into, int count) {
        int whole = SHORTS.loopBound(count);
        for (int i = 0; i < whole; i += SHORTS.length()) {
            ByteVector stored = ByteVector.fromMemorySegment(HALF_BYTES, bytes, offset + i, ORDER);
            ShortVector wide = (ShortVector) stored.convertShape(ZERO_EXTEND_B2S, SHORTS, 0);
            ShortVector size = wide.and((short) 0x7F);
            wide.and((short) 0x80)
                    .lanewise(LSHL, 8)
                    .or(size.lanewise(LSHL, 7))
                    .blend(F16_NAN, size.compare(EQ, (short) 0x7F))
                    .intoArray(into, i);
        }
        for (int i = whole; i < count; i++) {
            int stored = bytes.get(ValueLayout.JAVA_BYTE, offset + i);
            int size = stored & 0x7F;
            into[i] = size == 0x7F ? F16_NAN : (short) ((stored & 0x80) << 8 | size << 7);
        }
    }

    private static void f16ToFloat(short[] halves, float[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = Float.float16ToFloat(halves[i]);
        }
    }

    private static void f16ToFloat256(short[] halves, float[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = Float.float16ToFloat(halves[i]) * 256;
        }
    }
}
