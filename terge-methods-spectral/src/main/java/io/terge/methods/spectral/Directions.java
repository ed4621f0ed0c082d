package io.terge.methods.spectral;

import io.terge.spi.method.Matrix;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Singular directions of several matrices of one size, to be made orthogonal to each other as in
 * TSV-Merge and Iso-CTS: by the orthogonal factor of the polar decomposition.
 */
final class Directions {

    // Directions of two models that agree to this precision are one direction.
    private static final double SAME = 1e-8;

    private final int rows;
    private final int columns;
    private double[] left;
    private double[] right;
    private final double[] sigma;
    private int count;

    /**
     * @param most the maximum number of directions
     */
    Directions(int rows, int columns, int most) {
        this.rows = rows;
        this.columns = columns;
        this.left = new double[Math.multiplyExact(most, rows)];
        this.right = new double[Math.multiplyExact(most, columns)];
        this.sigma = new double[most];
    }

    /** Adds the first directions of a matrix, at most as many as its rank: others are arbitrary. */
    void add(Svd svd, int first, int rank) {
        int added = Math.min(first, rank);
        for (int k = 0; k < added; k++) {
            copy(svd.left(), k, left);
            copy(svd.right(), k, right);
            sigma[count] = svd.sigma()[k];
            count++;
        }
    }

    private void copy(Rows from, int vector, double[] to) {
        System.arraycopy(
                from.values(), from.start(vector), to, count * from.length(), from.length());
    }

    /**
     * Removes from a matrix what lies in the span of the first left directions, which must be
     * orthonormal.
     *
     * @param matrix changed in place
     */
    void projectOut(int first, Matrix matrix) {
        double[] values = matrix.values();
        double[] inner = new double[first * columns];
        for (int k = 0; k < first; k++) {
            for (int row = 0; row < rows; row++) {
                double u = left[k * rows + row];
                for (int j = 0; j < columns; j++) {
                    inner[k * columns + j] -= u * values[row * columns + j];
                }
            }
        }
        double[] ones = new double[first];
        Arrays.fill(ones, 1);
        Rows.addOuter(values, inOrder(left, rows, first), inOrder(inner, columns, first), ones);
    }

    /** The number of directions. */
    int count() {
        return count;
    }

    /** The singular values of the directions. */
    double[] sigma() {
        return Arrays.copyOf(sigma, count);
    }

    /**
     * Makes the directions orthogonal and returns {@code sum of scale[k] * left[k] * right[k]'}. No
     * more directions can be added.
     *
     * @param scale one for each direction
     */
    double[] orthogonalSum(double[] scale) {
        double[] matrix = new double[rows * columns];
        if (count > 0) {
            left = orthogonal(left, rows);
            right = orthogonal(right, columns);
            Rows.addOuter(
                    matrix, inOrder(left, rows, count), inOrder(right, columns, count), scale);
        }
        return matrix;
    }

    private static Rows inOrder(double[] values, int length, int count) {
        return new Rows(values, length, IntStream.range(0, count).toArray());
    }

    private double[] orthogonal(double[] vectors, int length) {
        double[] used =
                vectors.length == count * length ? vectors : Arrays.copyOf(vectors, count * length);
        Svd svd = Svd.of(Matrix.of(count, length, used));
        double[] ones = new double[svd.above(SAME * svd.sigma()[0])];
        Arrays.fill(ones, 1);
        double[] factor = new double[count * length];
        Rows.addOuter(factor, svd.left(), svd.right(), ones);
        return factor;
    }
}
