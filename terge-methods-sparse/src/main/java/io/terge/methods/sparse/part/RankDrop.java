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
        double[] numbers = new double[length];
        random.get(input).uniform(start, numbers, length);
        int[] ascending = RowRanks.ascending(vector, length);
        double last = Math.max(1, length - 1);
        for (int i = 0; i < length; i++) {
            int e = ascending[i];
            double rank = length == 1 ? MIDDLE : i / last;
            double probability = density - epsilon + rank * 2 * epsilon;
            double value = vector[e] / (rescales ? probability : 1);
            vector[e] = Drop.kept(value, numbers[e], probability);
        }
    }
}
