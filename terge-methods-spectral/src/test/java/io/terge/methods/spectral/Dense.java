package io.terge.methods.spectral;

import java.util.Arrays;

/** Slow arithmetic of matrices as arrays of rows. */
final class Dense {

    private Dense() {}

    static double[][] of(int rows, int columns, double[] values) {
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
        }
        return matrix;
    }

    static double[] flat(double[][] matrix) {
        return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    }

    static double[][] identity(int size) {
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            matrix[i][i] = 1;
        }
        return matrix;
    }

    static double[][] transposed(double[][] matrix) {
        double[][] turned = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[0].length; j++) {
                turned[j][i] = matrix[i][j];
            }
        }
        return turned;
    }

    static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    /** {@code a + factor * b}. */
    static double[][] sum(double[][] a, double factor, double[][] b) {
        double[][] sum = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                sum[i][j] = a[i][j] + factor * b[i][j];
            }
        }
        return sum;
    }

    static double[][] outerSum(double[][] left, double[][] right, double... scale) {
        double[][] sum = new double[left[0].length][right[0].length];
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum[0].length; j++) {
                for (int k = 0; k < scale.length; k++) {
                    sum[i][j] += scale[k] * left[k][i] * right[k][j];
                }
            }
        }
        return sum;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    static double[] times(double factor, double[] a) {
        return Arrays.stream(a).map(value -> factor * value).toArray();
    }
}
