package io.terge.methods.sparse.part;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

class ElectionTest {

    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    /** Element by element, as the formula says. */
    @ParameterizedTest
    @CsvSource({"SUM, true", "SUM, false", "COUNT, true", "COUNT, false"})
    void addsWhatAgrees(Consensus consensus, boolean normalize) {
        Random random = new Random(1);
        for (int models : new int[] {1, 2, 3, 5}) {
            double[] weights = random.doubles(models, -1, 1).toArray();
            for (int length : new int[] {1, 100, 255, 256, 257, 700}) {
                double[][] vectors = new double[models][length];
                for (double[] vector : vectors) {
                    for (int e = 0; e < length; e++) {
                        vector[e] = value(random);
                    }
                }
                double[] sums = new double[length];

                new Election(consensus, normalize).add(vectors, weights, weights, sums, length);

                for (int e = 0; e < length; e++) {
                    // The sign of a sum of 0 has no meaning.
                    Double expected = expected(consensus, normalize, vectors, weights, e) + 0.0;
                    assertThat(Double.valueOf(sums[e] + 0.0)).isEqualTo(expected);
                }
            }
        }
    }

    private static double value(Random random) {
        return random.nextInt(3) == 0
                ? SPECIAL[random.nextInt(SPECIAL.length)]
                : random.nextGaussian();
    }

    private static double expected(
            Consensus consensus, boolean normalize, double[][] vectors, double[] weights, int e) {
        double vote = 0;
        for (int i = 0; i < weights.length; i++) {
            double value = weights[i] * vectors[i][e];
            vote += consensus == Consensus.COUNT ? Math.signum(value) : value;
        }
        if (Double.isNaN(vote)) {
            return vote;
        }
        double sum = 0;
        double share = 0;
        for (int i = 0; i < weights.length; i++) {
            double value = weights[i] * vectors[i][e];
            if (vote >= 0 ? value > 0 : value < 0) {
                sum += value;
                share += weights[i];
            }
        }
        return normalize && share != 0 ? sum / share : sum;
    }
}
