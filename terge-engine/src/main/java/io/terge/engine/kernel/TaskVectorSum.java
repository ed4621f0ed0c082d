package io.terge.engine.kernel;

import java.util.Arrays;

/**
 * A base and a linear combination of task vectors on its way. What is summed are the vectors from
 * the inputs to the base, and the sum is taken from the base: if all are 0, the sum is 0 and not
 * -0, and taking 0 away keeps even a base of -0. The loops are plain, as those of {@link
 * LinearSum}.
 */
final class TaskVectorSum implements FloatSum {

    private final double[] sum;
    private double[] base = {};
    private int count;
    private boolean hasTerms;
    private boolean isTaken;

    /**
     * Makes it.
     *
     * @param sum where the sum goes; may be the array of a sum that is not on its way
     */
    TaskVectorSum(double[] sum) {
        this.sum = sum;
    }

    /** Begins with a base, which must not change until the sum is taken. */
    void start(double[] from, int elements) {
        base = from;
        count = elements;
        hasTerms = false;
        isTaken = false;
    }

    /** Whether there is no term yet. */
    boolean isEmpty() {
        return !hasTerms;
    }

    /** The base. */
    double[] base() {
        return base;
    }

    /** The array of the sum, where the caller puts the base less the sum of all terms. */
    double[] taken() {
        isTaken = true;
        return sum;
    }

    private void fill() {
        if (!hasTerms) {
            Arrays.fill(sum, 0, count, 0);
            hasTerms = true;
        }
    }

    @Override
    public int count() {
        return count;
    }

    /** The base less the sum of the terms, to which no more can be added. */
    double[] sum() {
        if (!isTaken) {
            fill();
            take(base, sum, count);
            isTaken = true;
        }
        return sum;
    }

    void add(double a, double[] x) {
        fill();
        add(sum, base, a, x, count);
    }

    @Override
    public void add(double a, float[] x) {
        fill();
        add(sum, base, a, x, count);
    }

    @Override
    public void add(double a, float[] x, double b, float[] y) {
        fill();
        add(sum, base, a, x, b, y, count);
    }

    @Override
    public void add(double a, float[] x, double b, float[] y, double c, float[] z) {
        fill();
        add(sum, base, a, x, b, y, c, z, count);
    }

    private static void take(double[] base, double[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = base[i] - sum[i];
        }
    }

    private static void add(double[] sum, double[] base, double a, double[] x, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += a * (base[i] - x[i]);
        }
    }

    private static void add(double[] sum, double[] base, double a, float[] x, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += a * (base[i] - x[i]);
        }
    }

    private static void add(
            double[] sum, double[] base, double a, float[] x, double b, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = sum[i] + a * (base[i] - x[i]) + b * (base[i] - y[i]);
        }
    }

    private static void add(
            double[] sum,
            double[] base,
            double a,
            float[] x,
            double b,
            float[] y,
            double c,
            float[] z,
            int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = sum[i] + a * (base[i] - x[i]) + b * (base[i] - y[i]) + c * (base[i] - z[i]);
        }
    }
}
