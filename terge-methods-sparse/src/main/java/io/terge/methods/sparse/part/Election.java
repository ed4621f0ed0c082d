package io.terge.methods.sparse.part;

import java.util.Arrays;

/**
 * Adds those elements of task vectors that agree with the sign that they elect.
 *
 * <p>Works without branches, which no processor could foresee, by loops over pieces that the
 * compiler turns into operations on many numbers at once: each over arrays of its own, from 0.
 *
 * @param consensus how the sign is elected; not {@link Consensus#NONE}
 * @param normalize whether the sum is divided by the sum of the weights that contribute
 */
record Election(Consensus consensus, boolean normalize) {

    /** Of so many elements, all that is computed on the way stays in the nearest cache. */
    private static final int PIECE = 256;

    private static final double HALF = 0.5;

    /**
     * Sets the sums.
     *
     * @param vectors the task vectors
     * @param votes their weights when signs are elected
     * @param weights their weights in the sum, each 0 or of the sign of the weight in the election
     */
    void add(double[][] vectors, double[] votes, double[] weights, double[] sums, int length) {
        if (weights.length == 2) {
            addTwo(vectors[0], vectors[1], votes, weights, sums, length);
            return;
        }
        int piece = Math.min(PIECE, length);
        double[] values = new double[piece];
        double[] signs = new double[piece];
        double[] agreeing = new double[piece];
        double[] shares = new double[piece];
        for (int from = 0; from < length; from += piece) {
            int count = Math.min(piece, length - from);
            Arrays.fill(signs, 0);
            for (int i = 0; i < votes.length; i++) {
                System.arraycopy(vectors[i], from, values, 0, count);
                vote(votes[i], values, signs);
            }
            elect(signs);
            Arrays.fill(agreeing, 0);
            Arrays.fill(shares, 0);
            for (int i = 0; i < weights.length; i++) {
                System.arraycopy(vectors[i], from, values, 0, count);
                if (normalize) {
                    add(weights[i], values, signs, agreeing, shares);
                } else {
                    add(weights[i], values, signs, agreeing);
                }
            }
            if (normalize) {
                divide(agreeing, shares);
            }
            System.arraycopy(agreeing, 0, sums, from, count);
        }
    }

    // The same in fewer loops, for the most common number: a third of the time. The formulas are
    // written out: calls of shared ones, though inlined, made the loops twice as slow.
    private void addTwo(
            double[] left,
            double[] right,
            double[] votes,
            double[] weights,
            double[] sums,
            int length) {
        boolean counts = consensus == Consensus.COUNT;
        double leftVote = votes[0];
        double rightVote = votes[1];
        double leftWeight = weights[0];
        double rightWeight = weights[1];
        if (counts) {
            for (int e = 0; e < length; e++) {
                double vote = Math.signum(leftVote * left[e]) + Math.signum(rightVote * right[e]);
                sums[e] = Math.signum(Math.signum(vote) + HALF);
            }
        } else {
            for (int e = 0; e < length; e++) {
                sums[e] =
                        Math.signum(Math.signum(leftVote * left[e] + rightVote * right[e]) + HALF);
            }
        }
        if (!normalize) {
            for (int e = 0; e < length; e++) {
                double sign = sums[e];
                double fromLeft = Math.max(sign * (leftWeight * left[e]), 0);
                double fromRight = Math.max(sign * (rightWeight * right[e]), 0);
                sums[e] = sign * fromLeft + sign * fromRight;
            }
            return;
        }
        for (int e = 0; e < length; e++) {
            double sign = sums[e];
            double fromLeft = Math.max(sign * (leftWeight * left[e]), 0);
            double fromRight = Math.max(sign * (rightWeight * right[e]), 0);
            double share =
                    leftWeight * Math.signum(fromLeft) + rightWeight * Math.signum(fromRight);
            sums[e] =
                    (sign * fromLeft + sign * fromRight)
                            / (share + (1 - Math.signum(Math.abs(share))));
        }
    }

    private void vote(double weight, double[] values, double[] votes) {
        if (consensus != Consensus.COUNT) {
            for (int e = 0; e < votes.length; e++) {
                votes[e] += weight * values[e];
            }
        } else {
            for (int e = 0; e < votes.length; e++) {
                votes[e] += Math.signum(weight * values[e]);
            }
        }
    }

    // A vote of 0 elects +. A NaN must not be outvoted: it would vanish without a word.
    private static void elect(double[] votes) {
        for (int e = 0; e < votes.length; e++) {
            votes[e] = Math.signum(Math.signum(votes[e]) + HALF);
        }
    }

    // A number of the elected sign, times that sign, is its magnitude, and another is negative.
    private static void add(double weight, double[] values, double[] signs, double[] sums) {
        for (int e = 0; e < signs.length; e++) {
            sums[e] += signs[e] * Math.max(signs[e] * (weight * values[e]), 0);
        }
    }

    private static void add(
            double weight, double[] values, double[] signs, double[] sums, double[] shares) {
        for (int e = 0; e < signs.length; e++) {
            double magnitude = Math.max(signs[e] * (weight * values[e]), 0);
            sums[e] += signs[e] * magnitude;
            shares[e] += weight * Math.signum(magnitude);
        }
    }

    // A share of 0 counts as 1.
    private static void divide(double[] sums, double[] shares) {
        for (int e = 0; e < sums.length; e++) {
            sums[e] /= shares[e] + (1 - Math.signum(Math.abs(shares[e])));
        }
    }
}
