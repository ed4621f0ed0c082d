package io.terge.methods.sparse.part;

import io.terge.spi.method.RandomNumbers;

import java.util.Arrays;
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

    public RankDrop {
        random = List.copyOf(random);
        densities = List.copyOf(densities);
        epsilons = List.copyOf(epsilons);
    }

    @Override
    public void apply(int input, long start, double[] vector, int length) {
        double density = densities.get(input);
        if (density >= 1) {
            return;
        }
        if (density <= 0) {
            Arrays.fill(vector, 0, length, 0);
            return;
        }
        double epsilon = epsilons.get(input);
        RandomNumbers numbers = random.get(input);
        int[] ranks = ranks(vector, length);
        for (int e = 0; e < length; e++) {
            double rank = length == 1 ? 0.5 : (double) ranks[e] / (length - 1);
            double probability = density - epsilon + rank * 2 * epsilon;
            boolean isKept = numbers.uniform(start + e) < probability;
            vector[e] = isKept ? vector[e] / (rescales ? probability : 1) : 0;
        }
    }

    /** The place of each magnitude in ascending order. */
    private static int[] ranks(double[] vector, int length) {
        double[] sorted = new double[length];
        for (int e = 0; e < length; e++) {
            sorted[e] = Math.abs(vector[e]);
        }
        Arrays.sort(sorted);
        int[] ranks = new int[length];
        int[] taken = new int[length];
        for (int e = 0; e < length; e++) {
            int lowest = lowest(sorted, Math.abs(vector[e]));
            ranks[e] = lowest + taken[lowest];
            taken[lowest]++;
        }
        return ranks;
    }

    // A NaN is larger than all numbers, as in the order of the sort.
    private static int lowest(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (Double.compare(sorted[middle], value) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
