package io.terge.hf.transplant;

import java.io.IOException;
import java.util.Random;

/** Rows for tests. */
final class Numbers {

    private Numbers() {}

    /** Normally distributed numbers that a {@code float} has. */
    static double[][] random(long seed, int rows, int length) {
        Random random = new Random(seed);
        double[][] numbers = new double[rows][length];
        for (double[] row : numbers) {
            for (int i = 0; i < length; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return numbers;
    }

    static Dictionary dictionary(double[]... rows) throws IOException {
        return Dictionary.read(
                rows.length,
                rows[0].length,
                (index, into) -> System.arraycopy(rows[index], 0, into, 0, into.length));
    }

    static int[] columns(Combination combination) {
        int[] columns = new int[combination.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = combination.column(i);
        }
        return columns;
    }

    static double[] coefficients(Combination combination) {
        double[] coefficients = new double[combination.size()];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = combination.coefficient(i);
        }
        return coefficients;
    }

    static double[][] copy(double[]... rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }
}
