package io.terge.methods.sparse.part;

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
     * @param weights their weights in the sum
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
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        double divisor = Math.abs(all) < LEAST_SUM ? 1 : all;
        for (int e = 0; e < length; e++) {
            double change =
                    consensus == Consensus.NONE
                            ? sum(vectors, weights, e) / (normalize ? divisor : 1)
                            : agreed(vectors, votes, weights, e);
            double scaled = lambda * change;
            output[e] = scaled == 0 ? base[e] : base[e] + scaled;
        }
    }

    private static double sum(double[][] vectors, double[] weights, int e) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * vectors[i][e];
        }
        return sum;
    }

    private double agreed(double[][] vectors, double[] votes, double[] weights, int e) {
        double vote = 0;
        for (int i = 0; i < weights.length; i++) {
            double value = votes[i] * vectors[i][e];
            vote += consensus == Consensus.COUNT ? Math.signum(value) : value;
        }
        // A NaN must not be outvoted: it would vanish without a word.
        if (Double.isNaN(vote)) {
            return vote;
        }
        boolean isPositive = vote >= 0;
        double sum = 0;
        double share = 0;
        for (int i = 0; i < weights.length; i++) {
            double value = votes[i] * vectors[i][e];
            if (isPositive ? value > 0 : value < 0) {
                sum += weights[i] * vectors[i][e];
                share += weights[i];
            }
        }
        return normalize && share != 0 ? sum / share : sum;
    }
}
