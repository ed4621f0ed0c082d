package io.terge.methods.sparse;

import java.util.Arrays;

/**
 * Measures how far the softmax of a model's row diverges (Kullback-Leibler) from that of the base.
 * Keeps arrays from row to row, so each thread needs its own.
 */
final class Divergence {

    /** Added to each probability, so that there are no logarithms of 0. */
    private static final double LEAST = 1e-8;

    private static final int LANES = 8;

    private double[] model = {};
    private double[] other = {};
    private double[] terms = {};

    /**
     * Returns the divergence: not negative, exactly 0 for equal rows, and the same each time and on
     * every machine.
     */
    double of(double[] input, double[] base, int length) {
        if (length == 1) {
            return 0; // Not nearly, as the sum would be: its only probability is 1.
        }
        if (model.length < length) {
            model = new double[length];
            other = new double[length];
            terms = new double[length];
        }
        double most = largest(input, base, length);
        // Written so that NaN is not: other rows than those of weights are seldom.
        double sum = most <= Exponentials.MOST ? fast(input, base, most, length) : Double.NaN;
        // Less than 0 by rounding only.
        return Math.max(0, Double.isNaN(sum) ? slow(input, base, length) : sum);
    }

    private static double largest(double[] input, double[] base, int length) {
        double most = 0;
        for (int e = 0; e < length; e++) {
            most = Math.max(most, Math.max(Math.abs(input[e]), Math.abs(base[e])));
        }
        return most;
    }

    /** NaN if a probability is too small. */
    private double fast(double[] input, double[] base, double most, int length) {
        Exponentials.of(input, most, model, length);
        Exponentials.of(base, most, other, length);
        double modelSum = sum(model, length);
        double otherSum = sum(other, length);
        // No probability is less than this part of the sum.
        double least = StrictMath.exp(-most) * Exponentials.MOST_OF_LOGARITHM;
        if (LEAST * Math.max(modelSum, otherSum) > least) {
            return Double.NaN;
        }
        fill(input, base, modelSum, otherSum, length);
        return sum(terms, length);
    }

    // p ln(p / q), where the logarithm of p is x - ln(sum) + ln(1 + LEAST sum / exp(x)). In several
    // loops, as the compiler does many numbers at once in short ones only.
    private void fill(double[] input, double[] base, double modelSum, double otherSum, int length) {
        Exponentials.logarithms(LEAST * modelSum, model, LEAST * otherSum, other, terms, length);
        addDifferences(input, base, StrictMath.log(modelSum / otherSum), terms, length);
        double[] weighted = terms;
        double[] ofModel = model;
        double inverse = 1 / modelSum;
        for (int e = 0; e < length; e++) {
            weighted[e] *= ofModel[e] * inverse + LEAST;
        }
    }

    private static void addDifferences(
            double[] input, double[] base, double ratio, double[] results, int length) {
        for (int e = 0; e < length; e++) {
            results[e] += input[e] - base[e] - ratio;
        }
    }

    // Eight sums, since each addition has to wait for the one before it.
    private static double sum(double[] values, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        double i = 0;
        int e = 0;
        for (; e + LANES <= length; e += LANES) {
            a += values[e];
            b += values[e + 1];
            c += values[e + 2];
            d += values[e + 3];
            f += values[e + 4];
            g += values[e + 5];
            h += values[e + 6];
            i += values[e + 7];
        }
        for (; e < length; e++) {
            a += values[e];
        }
        return (a + b + (c + d)) + (f + g + (h + i));
    }

    private double slow(double[] input, double[] base, int length) {
        softmax(input, model, length);
        softmax(base, other, length);
        double sum = 0;
        for (int e = 0; e < length; e++) {
            sum += model[e] * StrictMath.log(model[e] / other[e]);
        }
        return sum;
    }

    private static void softmax(double[] row, double[] result, int length) {
        double largest = Arrays.stream(row, 0, length).max().orElse(0);
        double sum = 0;
        for (int e = 0; e < length; e++) {
            result[e] = StrictMath.exp(row[e] - largest);
            sum += result[e];
        }
        for (int e = 0; e < length; e++) {
            result[e] = result[e] / sum + LEAST;
        }
    }
}
