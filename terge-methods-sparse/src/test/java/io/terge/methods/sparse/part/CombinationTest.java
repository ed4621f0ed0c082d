package io.terge.methods.sparse.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CombinationTest {

    private static final double[][] VECTORS = {
        {0.3, 0.2, -0.5, 0.0, 1.0, 0.1},
        {-0.2, 0.2, 0.1, 0.0, -1.0, -0.4},
        {-0.2, -0.1, 0.3, 0.5, 0.0, 0.0}
    };
    private static final double[] WEIGHTS = {0.2, 1, 1};
    private static final double[] BASE = {1, 1, 1, 1, 1, 1};

    @Test
    void electsByTheWeightedSum() {
        // The third and fifth sums are -0.1 + 0.1 + 0.3 and 0.2 - 1.
        assertThat(combined(Consensus.SUM))
                .containsExactly(new double[] {0.8, 1.2, 1.2, 1.5, 0, 0.6}, within(1e-15));
    }

    @Test
    void electsByTheSumWithoutWeights() {
        // The third and fifth sums are -0.5 + 0.1 + 0.3 and 1 - 1, which elects +.
        assertThat(combined(Consensus.UNWEIGHTED))
                .containsExactly(new double[] {0.8, 1.2, 0.5, 1.5, 2, 0.6}, within(1e-15));
    }

    @Test
    void electsByTheSignsOfWeightsThatAreNotPositive() {
        double[] output = new double[1];
        new Combination(Consensus.UNWEIGHTED, true, 1)
                .combine(
                        new double[][] {{3}, {1}, {-5}},
                        new double[] {-2, 0.5, 0},
                        new double[] {0},
                        output,
                        1);
        // Votes of -3 and 1; of what agrees, -6, by its weight of -2.
        assertThat(output).containsExactly(3);
    }

    private static double[] combined(Consensus consensus) {
        double[] output = new double[BASE.length];
        new Combination(consensus, true, 1).combine(VECTORS, WEIGHTS, BASE, output, output.length);
        return output;
    }
}
