package io.terge.methods.sparse.part;

import io.terge.spi.method.RandomNumbers;

import java.util.List;

/**
 * Keeps each element of a row with a probability that grows with the rank of its magnitude in the
 * row: from {@code density - epsilon} for the smallest to {@code density + epsilon} for the
 * largest. Needs whole rows. Of equal elements the first has the lowest rank; a row of one element
 * is kept with the probability {@code density}.
 *
 * @param random the random numbers of each input
 * @param densities the mean probability of each input, from 0 to 1
 * @param epsilons how far the probabilities of each input differ from their mean at most
 * @param rescales whether what is kept is divided by its probability
 * @since 0.1
 */
public record RankDrop(
        List<RandomNumbers> random, List<Double> densities, List<Double> epsilons, boolean rescales)
        implements Sparsifier {

    private static final double MIDDLE = 0.5;

    /** So many elements stay in the nearest cache. */
    private static final int PIECE = 256;

    public RankDrop {
        random = List.copyOf(random);
        densities = List.copyOf(densities);
        epsilons = List.copyOf(epsilons);
    }

    @Override
    public void apply(int input, long start, double[] vector, int length) {
        double density = densities.get(input);
        if (Drop.isAllOrNone(density, vector, length)) {
            return;
        }
        double epsilon = epsilons.get(input);
        int[] ranks = RowRanks.ranks(vector, length);
        // By pieces with arrays of their own, which the compiler turns into operations on many
        // numbers at once.
        int piece = Math.min(PIECE, length);
        double[] values = new double[piece];
        double[] numbers = new double[piece];
        double[] probabilities = new double[piece];
        for (int from = 0; from < length; from += piece) {
            int count = Math.min(piece, length - from);
            System.arraycopy(vector, from, values, 0, count);
            random.get(input).uniform(start + from, numbers, count);
            for (int e = 0; e < count; e++) {
                probabilities[e] = ranks[from + e];
            }
            setProbabilities(probabilities, length, density, epsilon);
            if (rescales) {
                divide(values, probabilities);
            }
            drop(values, numbers, probabilities);
            System.arraycopy(values, 0, vector, from, count);
        }
    }

    private static void setProbabilities(
            double[] ranks, int length, double density, double epsilon) {
        if (length == 1) {
            ranks[0] = MIDDLE;
        }
        double least = density - epsilon;
        double last = Math.max(1, length - 1);
        for (int e = 0; e < ranks.length; e++) {
            ranks[e] = least + ranks[e] / last * 2 * epsilon;
        }
    }

    private static void divide(double[] values, double[] probabilities) {
        for (int e = 0; e < values.length; e++) {
            values[e] /= probabilities[e];
        }
    }

    private static void drop(double[] values, double[] numbers, double[] probabilities) {
        for (int e = 0; e < values.length; e++) {
            values[e] = Drop.kept(values[e], numbers[e], probabilities[e]);
        }
    }
}
