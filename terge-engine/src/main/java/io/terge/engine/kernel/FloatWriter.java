package io.terge.engine.kernel;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2S;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.S2B;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/**
 * Stores {@code float}s that are numbers of a type already, as {@link Grid} leaves them: whole
 * vectors only.
 */
final class FloatWriter {

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    private static final VectorShape HALF = VectorShape.forBitSize(FLOATS.vectorBitSize() / 2);
    private static final VectorSpecies<Short> HALF_SHORTS = HALF.withLanes(short.class);
    private static final VectorSpecies<Byte> HALF_BYTES = HALF.withLanes(byte.class);
    private static final short SIZE = 0x7FFF;
    private static final short INFINITY = 0x7C00;

    /** What the number of elements has to be a multiple of. */
    static final int STEP = SHORTS.length();

    // F8 types are F16 first.
    private final short[] halves;

    FloatWriter(int longest) {
        halves = new short[longest];
    }

    void write(FloatType type, float[] values, int count, MemorySegment bytes, long offset) {
        switch (type) {
            case BF16 -> writeBf16(values, count, bytes, offset);
            case F16 -> {
                floatToF16(values, halves, count);
                writeF16(halves, count, bytes, offset);
            }
            case F32 -> writeF32(values, count, bytes, offset);
            case F8_E5M2 -> {
                floatToF16(values, halves, count);
                writeE5m2(halves, count, bytes, offset);
            }
            case F8_E4M3 -> {
                floatToF16Of256th(values, halves, count);
                writeE4m3(halves, count, bytes, offset);
            }
        }
    }

    private static void writeF32(float[] values, int count, MemorySegment bytes, long offset) {
        for (int i = 0; i < count; i += FLOATS.length()) {
            FloatVector f = FloatVector.fromArray(FLOATS, values, i);
            f.blend(Float.NaN, f.compare(NE, f)).intoMemorySegment(bytes, offset + 4L * i, ORDER);
        }
    }

    private static void writeBf16(float[] values, int count, MemorySegment bytes, long offset) {
        for (int i = 0; i < count; i += FLOATS.length()) {
            FloatVector f = FloatVector.fromArray(FLOATS, values, i);
            IntVector upper =
                    f.blend(Float.NaN, f.compare(NE, f)).reinterpretAsInts().lanewise(LSHR, 16);
            ((ShortVector) upper.convertShape(I2S, HALF_SHORTS, 0))
                    .intoMemorySegment(bytes, offset + 2L * i, ORDER);
        }
    }

    private static void floatToF16(float[] values, short[] halves, int count) {
        for (int i = 0; i < count; i++) {
            halves[i] = Float.floatToFloat16(values[i]);
        }
    }

    private static void floatToF16Of256th(float[] values, short[] halves, int count) {
        for (int i = 0; i < count; i++) {
            halves[i] = Float.floatToFloat16(values[i] * 0x1p-8f);
        }
    }

    private static void writeF16(short[] halves, int count, MemorySegment bytes, long offset) {
        for (int i = 0; i < count; i += SHORTS.length()) {
            ShortVector h = ShortVector.fromArray(SHORTS, halves, i);
            h.blend((short) 0x7E00, h.and(SIZE).compare(GT, INFINITY))
                    .intoMemorySegment(bytes, offset + 2L * i, ORDER);
        }
    }

    private static void writeE5m2(short[] halves, int count, MemorySegment bytes, long offset) {
        for (int i = 0; i < count; i += SHORTS.length()) {
            ShortVector h = ShortVector.fromArray(SHORTS, halves, i);
            ShortVector stored =
                    h.lanewise(LSHR, 8).blend((short) 0x7E, h.and(SIZE).compare(GT, INFINITY));
            ((ByteVector) stored.convertShape(S2B, HALF_BYTES, 0))
                    .intoMemorySegment(bytes, offset + i, ORDER);
        }
    }

    // What is beyond the largest number has a larger pattern than the NaN of its sign.
    private static void writeE4m3(short[] halves, int count, MemorySegment bytes, long offset) {
        for (int i = 0; i < count; i += SHORTS.length()) {
            ShortVector h = ShortVector.fromArray(SHORTS, halves, i);
            ShortVector size = h.and(SIZE);
            ShortVector stored =
                    size.lanewise(LSHR, 7)
                            .min((short) 0x7F)
                            .or(h.lanewise(LSHR, 8).and((short) 0x80))
                            .blend((short) 0x7F, size.compare(GT, INFINITY));
            ((ByteVector) stored.convertShape(S2B, HALF_BYTES, 0))
                    .intoMemorySegment(bytes, offset + i, ORDER);
        }
    }
}
