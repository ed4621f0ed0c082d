package io.terge.engine.kernel;

import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_S2I;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/**
 * Stored elements straight to {@code double}, for the types that most checkpoints have: alone, or
 * as sums of two or three terms of one type, of which most merges are made. A seventh to a quarter
 * faster than by way of {@code float} arrays.
 */
final class FusedSums {

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int N = DOUBLES.length();
    private static final VectorShape HALF = VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2);
    private static final VectorSpecies<Float> FLOATS = HALF.withLanes(float.class);
    private static final VectorSpecies<Integer> INTS = HALF.withLanes(int.class);
    private static final VectorSpecies<Short> SHORTS =
            VectorShape.forBitSize(DOUBLES.vectorBitSize() / 4).withLanes(short.class);

    private FusedSums() {}

    /** Whether these elements are ones for this class; they have to fill all vectors. */
    static boolean canRead(FloatType type, int count) {
        return count % N == 0 && (type == FloatType.BF16 || type == FloatType.F32);
    }

    static void read(FloatType type, MemorySegment bytes, long offset, double[] into, int count) {
        if (type == FloatType.BF16) {
            for (int i = 0; i < count; i += N) {
                bf16(bytes, offset + 2L * i).intoArray(into, i);
            }
        } else {
            for (int i = 0; i < count; i += N) {
                f32(bytes, offset + 4L * i).intoArray(into, i);
            }
        }
    }

    /** Whether these terms are ones for this class; their elements have to fill all vectors. */
    static boolean canDo(FloatType[] types, int terms, int count) {
        return terms > 1
                && canRead(types[0], count)
                && types[0] == types[1]
                && (terms == 2 || types[0] == types[2]);
    }

    static void set(
            double[] sum,
            FloatType type,
            int terms,
            double[] c,
            MemorySegment[] m,
            long[] at,
            int count) {
        if (type == FloatType.BF16) {
            if (terms == 2) {
                bf16(sum, c[0], m[0], at[0], c[1], m[1], at[1], count);
            } else {
                bf16(sum, c[0], m[0], at[0], c[1], m[1], at[1], c[2], m[2], at[2], count);
            }
        } else {
            if (terms == 2) {
                f32(sum, c[0], m[0], at[0], c[1], m[1], at[1], count);
            } else {
                f32(sum, c[0], m[0], at[0], c[1], m[1], at[1], c[2], m[2], at[2], count);
            }
        }
    }

    private static void bf16(
            double[] sum,
            double a,
            MemorySegment x,
            long xAt,
            double b,
            MemorySegment y,
            long yAt,
            int count) {
        for (int i = 0; i < count; i += N) {
            DoubleVector first = bf16(x, xAt + 2L * i).mul(a);
            first.add(bf16(y, yAt + 2L * i).mul(b)).intoArray(sum, i);
        }
    }

    private static void bf16(
            double[] sum,
            double a,
            MemorySegment x,
            long xAt,
            double b,
            MemorySegment y,
            long yAt,
            double c,
            MemorySegment z,
            long zAt,
            int count) {
        for (int i = 0; i < count; i += N) {
            DoubleVector first = bf16(x, xAt + 2L * i).mul(a);
            first.add(bf16(y, yAt + 2L * i).mul(b))
                    .add(bf16(z, zAt + 2L * i).mul(c))
                    .intoArray(sum, i);
        }
    }

    private static void f32(
            double[] sum,
            double a,
            MemorySegment x,
            long xAt,
            double b,
            MemorySegment y,
            long yAt,
            int count) {
        for (int i = 0; i < count; i += N) {
            DoubleVector first = f32(x, xAt + 4L * i).mul(a);
            first.add(f32(y, yAt + 4L * i).mul(b)).intoArray(sum, i);
        }
    }

    private static void f32(
            double[] sum,
            double a,
            MemorySegment x,
            long xAt,
            double b,
            MemorySegment y,
            long yAt,
            double c,
            MemorySegment z,
            long zAt,
            int count) {
        for (int i = 0; i < count; i += N) {
            DoubleVector first = f32(x, xAt + 4L * i).mul(a);
            first.add(f32(y, yAt + 4L * i).mul(b))
                    .add(f32(z, zAt + 4L * i).mul(c))
                    .intoArray(sum, i);
        }
    }

    static DoubleVector bf16(MemorySegment bytes, long offset) {
        ShortVector stored = ShortVector.fromMemorySegment(SHORTS, bytes, offset, ORDER);
        IntVector wide = (IntVector) stored.convertShape(ZERO_EXTEND_S2I, INTS, 0);
        return (DoubleVector)
                wide.lanewise(LSHL, 16).reinterpretAsFloats().convertShape(F2D, DOUBLES, 0);
    }

    static DoubleVector f32(MemorySegment bytes, long offset) {
        FloatVector stored = FloatVector.fromMemorySegment(FLOATS, bytes, offset, ORDER);
        return (DoubleVector) stored.convertShape(F2D, DOUBLES, 0);
    }
}
