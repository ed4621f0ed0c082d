package io.terge.methods.spectral;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A singular value decomposition by one-sided Jacobi rotations: slow, short, and unlike that of the
 * product. Rows of {@code left} and {@code right} are the singular vectors; those of the singular
 * value 0 are 0.
 */
record JacobiSvd(double[][] left, double[] sigma, double[][] right) {

    static JacobiSvd of(double[][] matrix) {
        int rows = matrix.length;
        int columns = matrix[0].length;
        if (rows < columns) {
            JacobiSvd turned = of(Dense.transposed(matrix));
            return new JacobiSvd(turned.right, turned.sigma, turned.left);
        }
        double[][] u = Dense.transposed(matrix);
        double[][] v = Dense.identity(columns);
        for (int sweep = 0; sweep < 60; sweep++) {
            for (int p = 0; p < columns; p++) {
                for (int q = p + 1; q < columns; q++) {
                    rotate(u, v, p, q);
                }
            }
        }
        List<Integer> order =
                IntStream.range(0, columns)
                        .boxed()
                        .sorted(Comparator.comparingDouble(k -> -Dense.norm(u[k])))
                        .toList();
        double largest = Dense.norm(u[order.getFirst()]);
        double[] sigma = new double[columns];
        double[][] left = new double[columns][rows];
        double[][] right = new double[columns][columns];
        for (int k = 0; k < columns; k++) {
            double norm = Dense.norm(u[order.get(k)]);
            if (norm > 1e-13 * largest) {
                sigma[k] = norm;
                left[k] = Dense.times(1 / norm, u[order.get(k)]);
                right[k] = v[order.get(k)];
            }
        }
        return new JacobiSvd(left, sigma, right);
    }

    private static void rotate(double[][] u, double[][] v, int p, int q) {
        double cross = Dense.dot(u[p], u[q]);
        double a = Dense.dot(u[p], u[p]);
        double b = Dense.dot(u[q], u[q]);
        if (Math.abs(cross) <= 1e-16 * Math.sqrt(a * b)) {
            return;
        }
        double zeta = (b - a) / (2 * cross);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double cosine = 1 / Math.hypot(1, tangent);
        turn(u[p], u[q], cosine, cosine * tangent);
        turn(v[p], v[q], cosine, cosine * tangent);
    }

    private static void turn(double[] x, double[] y, double cosine, double sine) {
        for (int i = 0; i < x.length; i++) {
            double old = x[i];
            x[i] = cosine * old - sine * y[i];
            y[i] = sine * old + cosine * y[i];
        }
    }

    /** The sum of {@code values[k] * left[k] * right[k]'}. */
    double[][] with(double... values) {
        return Dense.outerSum(left, right, values);
    }

    int rank() {
        return (int) IntStream.range(0, sigma.length).filter(k -> sigma[k] > 0).count();
    }
}
