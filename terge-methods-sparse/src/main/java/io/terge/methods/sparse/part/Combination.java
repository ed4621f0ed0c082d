package io.terge.methods.sparse.part;

import java.util.Arrays;

/**
 * Adds task vectors to the base.
 *
 * @param consensus which of them contribute to an element
 * @param normalize whether the sum is divided by the sum of the weights that contribute; a sum of 0
 *     counts as 1
 * @param lambda what the result is multiplied by before it is added to the base
 * @since 0.1
 */
public record Combination(Consensus consensus, boolean normalize, double lambda) {

    private static final double LEAST_SUM = 1e-8;

    /**
     * Sets a part of the output.
     *
     * @param vectors the task vectors
     * @param weights their weights
     * @param base the base, which an element keeps bit for bit if nothing is added to it
     * @param output the result
     * @param length the number of elements
     */
    public void combine(
            double[][] vectors, double[] weights, double[] base, double[] output, int length) {
        combine(vectors, weights, weights, base, output, length);
    }

    /**
     * Sets a part of the output, with other weights in the election.
     *
     * @param vectors the task vectors
     * @param votes their weights when signs are elected
     * @param weights their weights in the sum, each 0 or of the sign of the weight in the election
     * @param base the base, which an element keeps bit for bit if nothing is added to it
     * @param output the result
     * @param length the number of elements
     */
    public void combine(
            double[][] vectors,
            double[] votes,
            double[] weights,
            double[] base,
            double[] output,
            int length) {
        if (consensus == Consensus.NONE) {
            sum(vectors, weights, output, length);
        } else {
            new Election(consensus, normalize)
                    .add(vectors, consensus.votes(votes), weights, output, length);
        }
        for (int e = 0; e < length; e++) {
            // The sum of both, but to add 0 to -0 leaves -0: the base stays bit for bit, without a
            // branch, which no processor could foresee.
            double positiveIfZero = lambda * output[e] + 0.0;
            output[e] = -(-base[e] - positiveIfZero);
        }
    }

    private void sum(double[][] vectors, double[] weights, double[] sums, int length) {
        double all = 0;
        Arrays.fill(sums, 0, length, 0);
        for (int i = 0; i < weights.length; i++) {
            add(weights[i], vectors[i], sums, length);
            all += weights[i];
        }
        if (normalize) {
            double divisor = Math.abs(all) < LEAST_SUM ? 1 : all;
            for (int e = 0; e < length; e++) {
                sums[e] /= divisor;
            }
        }
    }

    private static void add(double weight, double[] vector, double[] sums, int length) {
        for (int e = 0; e < length; e++) {
            sums[e] += weight * vector[e];
        }
    }
}
