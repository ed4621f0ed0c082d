package io.terge.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import java.lang.foreign.MemorySegment;

/** A base and up to three task vectors in one pass, for the types that most checkpoints have. */
final class FusedTaskVectors {

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int N = DOUBLES.length();
    private static final DoubleVector ZERO = DoubleVector.zero(DOUBLES);

    private FusedTaskVectors() {}

    /** Whether these terms are ones for this class; their elements have to fill all vectors. */
    static boolean canDo(FloatType[] types, int terms, int count) {
        return terms == 1
                ? FusedSums.canRead(types[0], count)
                : FusedSums.canDo(types, terms, count);
    }

    /** Sets the base less the sum of all terms. */
    static void set(
            double[] into,
            double[] base,
            FloatType type,
            int terms,
            double[] c,
            MemorySegment[] m,
            long[] at,
            int count) {
        if (type == FloatType.BF16) {
            switch (terms) {
                case 1 -> bf16(into, base, count, c[0], m[0], at[0]);
                case 2 -> bf16(into, base, count, c[0], m[0], at[0], c[1], m[1], at[1]);
                default ->
                        bf16(
                                into, base, count, c[0], m[0], at[0], c[1], m[1], at[1], c[2], m[2],
                                at[2]);
            }
        } else {
            switch (terms) {
                case 1 -> f32(into, base, count, c[0], m[0], at[0]);
                case 2 -> f32(into, base, count, c[0], m[0], at[0], c[1], m[1], at[1]);
                default ->
                        f32(
                                into, base, count, c[0], m[0], at[0], c[1], m[1], at[1], c[2], m[2],
                                at[2]);
            }
        }
    }

    private static void bf16(
            double[] into, double[] base, int count, double a, MemorySegment x, long xAt) {
        for (int i = 0; i < count; i += N) {
            DoubleVector from = DoubleVector.fromArray(DOUBLES, base, i);
            DoubleVector sum = ZERO.add(from.sub(FusedSums.bf16(x, xAt + 2L * i)).mul(a));
            from.sub(sum).intoArray(into, i);
        }
    }

    private static void bf16(
            double[] into,
            double[] base,
            int count,
            double a,
            MemorySegment x,
            long xAt,
            double b,
            MemorySegment y,
            long yAt) {
        for (int i = 0; i < count; i += N) {
            DoubleVector from = DoubleVector.fromArray(DOUBLES, base, i);
            DoubleVector sum = ZERO.add(from.sub(FusedSums.bf16(x, xAt + 2L * i)).mul(a));
            sum = sum.add(from.sub(FusedSums.bf16(y, yAt + 2L * i)).mul(b));
            from.sub(sum).intoArray(into, i);
        }
    }

    private static void bf16(
            double[] into,
            double[] base,
            int count,
            double a,
            MemorySegment x,
            long xAt,
            double b,
            MemorySegment y,
            long yAt,
            double c,
            MemorySegment z,
            long zAt) {
        for (int i = 0; i < count; i += N) {
            DoubleVector from = DoubleVector.fromArray(DOUBLES, base, i);
            DoubleVector sum = ZERO.add(from.sub(FusedSums.bf16(x, xAt + 2L * i)).mul(a));
            sum = sum.add(from.sub(FusedSums.bf16(y, yAt + 2L * i)).mul(b));
            sum = sum.add(from.sub(FusedSums.bf16(z, zAt + 2L * i)).mul(c));
            from.sub(sum).intoArray(into, i);
        }
    }

    private static void f32(
            double[] into, double[] base, int count, double a, MemorySegment x, long xAt) {
        for (int i = 0; i < count; i += N) {
            DoubleVector from = DoubleVector.fromArray(DOUBLES, base, i);
            DoubleVector sum = ZERO.add(from.sub(FusedSums.f32(x, xAt + 4L * i)).mul(a));
            from.sub(sum).intoArray(into, i);
        }
    }

    private static void f32(
            double[] into,
            double[] base,
            int count,
            double a,
            MemorySegment x,
            long xAt,
            double b,
            MemorySegment y,
            long yAt) {
        for (int i = 0; i < count; i += N) {
            DoubleVector from = DoubleVector.fromArray(DOUBLES, base, i);
            DoubleVector sum = ZERO.add(from.sub(FusedSums.f32(x, xAt + 4L * i)).mul(a));
            sum = sum.add(from.sub(FusedSums.f32(y, yAt + 4L * i)).mul(b));
            from.sub(sum).intoArray(into, i);
        }
    }

    private static void f32(
            double[] into,
            double[] base,
            int count,
            double a,
            MemorySegment x,
            long xAt,
            double b,
            MemorySegment y,
            long yAt,
            double c,
            MemorySegment z,
            long zAt) {
        for (int i = 0; i < count; i += N) {
            DoubleVector from = DoubleVector.fromArray(DOUBLES, base, i);
            DoubleVector sum = ZERO.add(from.sub(FusedSums.f32(x, xAt + 4L * i)).mul(a));
            sum = sum.add(from.sub(FusedSums.f32(y, yAt + 4L * i)).mul(b));
            sum = sum.add(from.sub(FusedSums.f32(z, zAt + 4L * i)).mul(c));
            from.sub(sum).intoArray(into, i);
        }
    }
}
