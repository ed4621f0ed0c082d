package io.terge.engine.kernel;

import static jdk.incubator.vector.VectorOperators.D2F;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rounds numbers to those of a type: the one rounding, after which they are exact in {@code float}.
 *
 * <p>A number's neighbours in the type are multiples of a power of two, its unit. Beside {@code c},
 * which is 1.5 times 2<sup>52</sup> units, a {@code double} has just that unit: {@code d + c} is
 * rounded to it, to the nearest, ties to even, and {@code - c} is exact. The unit is that of the
 * number's own exponent, or of the smallest normal number of the type if it is below that. It does
 * not matter that {@code c} ends growing far beyond the type's largest number.
 */
final class Grid {

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));
    private static final int FRACTION = 52;
    private static final long SIGN = Long.MIN_VALUE;
    private static final long EXPONENT = 0x7FFL << FRACTION;
    private static final long LARGEST = exponent(200);
    private static final long HALF = 1L << (FRACTION - 1);

    private Grid() {}

    /**
     * Rounds numbers, whose places beyond {@code count} must not matter: whole vectors are handled.
     */
    static void round(FloatType type, double[] values, float[] into, int count) {
        long smallest = exponent(type.smallestExponent());
        long lift = ((long) (FRACTION - type.fraction()) << FRACTION) + HALF;
        round(values, into, count, smallest, lift);
    }

    private static void round(double[] values, float[] into, int count, long smallest, long lift) {
        for (int i = 0; i < count; i += DOUBLES.length()) {
            DoubleVector d = DoubleVector.fromArray(DOUBLES, values, i);
            LongVector bits = d.reinterpretAsLongs();
            DoubleVector c =
                    bits.and(EXPONENT).max(smallest).min(LARGEST).add(lift).reinterpretAsDoubles();
            // The sum with c knows no negative zero.
            DoubleVector rounded =
                    d.add(c).sub(c).reinterpretAsLongs().or(bits.and(SIGN)).reinterpretAsDoubles();
            ((FloatVector) rounded.convertShape(D2F, FLOATS, 0)).intoArray(into, i);
        }
    }

    private static long exponent(int e) {
        return (long) (1023 + e) << FRACTION;
    }
}
