package io.terge.methods.spherical;

import java.util.Arrays;

/**
 * Three sums for each column that a run of elements meets: the squares of both vectors and their
 * product. A run that is shorter than a row has no room for the columns that it does not meet.
 */
final class ColumnSums {

    private static final int EACH = 3;

    private final int columns;
    private double[] sums = {};
    private long first = -1;
    private int met;

    ColumnSums(int columns) {
        this.columns = columns;
    }

    /** How many columns there are. */
    int columns() {
        return columns;
    }

    /** The squared norm of the first vector in a column; all elements must have been added. */
    double squaredFirst(int column) {
        return sums[EACH * column];
    }

    /** The squared norm of the second vector. */
    double squaredSecond(int column) {
        return sums[EACH * column + 1];
    }

    /** The product of both vectors. */
    double product(int column) {
        return sums[EACH * column + 2];
    }

    /** Adds elements that follow those before. */
    void add(long start, double[] left, double[] right, int length) {
        if (first < 0) {
            first = start;
        }
        meet((int) Math.min(columns, start - first + length));
        int at = EACH * (int) ((start - first) % columns);
        int end = EACH * columns;
        double[] into = sums;
        for (int e = 0; e < length; e++) {
            into[at] += left[e] * left[e];
            into[at + 1] += right[e] * right[e];
            into[at + 2] += left[e] * right[e];
            at += EACH;
            at = at == end ? 0 : at;
        }
    }

    /** Adds the sums of elements that follow those before. */
    void add(ColumnSums other) {
        if (other.first < 0) {
            return;
        }
        if (first < 0) {
            first = other.first;
        }
        long shift = (other.first - first) % columns;
        meet((int) Math.min(columns, met + (long) other.met));
        for (int k = 0; k < other.met; k++) {
            int at = EACH * (int) ((shift + k) % columns);
            for (int i = 0; i < EACH; i++) {
                sums[at + i] += other.sums[EACH * k + i];
            }
        }
    }

    private void meet(int count) {
        if (count > met) {
            met = count;
            if (EACH * count > sums.length) {
                long room =
                        Math.min((long) EACH * columns, Math.max(EACH * count, 2L * sums.length));
                sums = Arrays.copyOf(sums, Math.toIntExact(room));
            }
        }
    }
}
