package io.terge.methods.sparse.part;

import io.terge.spi.method.RandomNumbers;

import java.util.Arrays;
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

    public BernoulliDrop {
        random = List.copyOf(random);
        densities = List.copyOf(densities);
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
        RandomNumbers numbers = random.get(input);
        double divisor = rescales ? density : 1;
        for (int e = 0; e < length; e++) {
            vector[e] = numbers.uniform(start + e) < density ? vector[e] / divisor : 0;
        }
    }
}
