package io.terge.methods.sparse.part;

import io.terge.spi.method.RandomNumbers;

import java.util.List;

/**
 * Keeps each element with the same probability, whatever its value.
 *
 * @param random the random numbers of each input
 * @param densities the probability of each input, from 0 to 1
 * @param rescales whether what is kept is divided by the probability, so that the mean stays
 * @since 0.1
 */
public record BernoulliDrop(List<RandomNumbers> random, List<Double> densities, boolean rescales)
        implements Sparsifier {

    /** So many random numbers stay in the nearest cache. */
    private static final int PIECE = 256;

    public BernoulliDrop {
        random = List.copyOf(random);
        densities = List.copyOf(densities);
    }

    @Override
    public void apply(int input, long start, double[] vector, int length) {
        double density = densities.get(input);
        if (Drop.isAllOrNone(density, vector, length)) {
            return;
        }
        // By pieces with arrays of their own, which the compiler turns into operations on many
        // numbers at once.
        int piece = Math.min(PIECE, length);
        double[] choices = new double[piece];
        double[] values = new double[piece];
        for (int from = 0; from < length; from += piece) {
            int count = Math.min(piece, length - from);
            System.arraycopy(vector, from, values, 0, count);
            random.get(input).choose(start + from, density, choices, count);
            if (rescales) {
                divide(values, density);
            }
            drop(values, choices);
            System.arraycopy(values, 0, vector, from, count);
        }
    }

    // The inverse of a power of two is exact, and to multiply is faster.
    private static void divide(double[] values, double divisor) {
        double factor = 1 / divisor;
        if (isPowerOfTwo(divisor) && factor <= Double.MAX_VALUE) {
            for (int e = 0; e < values.length; e++) {
                values[e] *= factor;
            }
        } else {
            for (int e = 0; e < values.length; e++) {
                values[e] /= divisor;
            }
        }
    }

    private static boolean isPowerOfTwo(double number) {
        return number == Math.scalb(1.0, Math.getExponent(number));
    }

    private static void drop(double[] values, double[] choices) {
        for (int e = 0; e < values.length; e++) {
            values[e] = values[e] * choices[e] + 0.0; // Makes no -0 of what is dropped.
        }
        if (!Drop.areFinite(values)) {
            dropNotFinite(values, choices);
        }
    }

    // 0 times what is not finite is not 0.
    private static void dropNotFinite(double[] values, double[] choices) {
        for (int e = 0; e < values.length; e++) {
            values[e] = choices[e] == 0 ? 0 : values[e];
        }
    }
}
