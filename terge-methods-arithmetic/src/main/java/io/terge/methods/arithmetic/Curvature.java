package io.terge.methods.arithmetic;

/**
 * How the slope of a weighted sum of distances changes from point to point.
 *
 * @param matrix the second derivatives
 * @param bound a number that no curvature exceeds
 */
record Curvature(double[][] matrix, double bound) {

    /** The curvature at a point, which is none of the given ones. */
    static Curvature of(double[][] points, double[] weights, double[] at) {
        int count = at.length;
        double[][] matrix = new double[count][count];
        double bound = 0;
        for (int i = 0; i < points.length; i++) {
            double[] away = SmallVectors.difference(at, points[i]);
            double distance = SmallVectors.norm(away);
            double own = weights[i] / distance;
            for (int row = 0; row < count; row++) {
                matrix[row][row] += own;
                for (int column = 0; column < count; column++) {
                    matrix[row][column] -= own * (away[row] / distance) * (away[column] / distance);
                }
            }
            bound += own;
        }
        return new Curvature(matrix, bound);
    }

    /**
     * Returns a step down a slope: Newton's, or that of Weiszfeld's iteration, which always leads
     * down, where the curvature is too small for it.
     */
    double[] step(double[] slope) {
        double[] newton = SmallVectors.sum(new double[slope.length], -1, slope);
        if (solve(newton) && SmallVectors.product(newton, slope) < 0) {
            return newton;
        }
        return SmallVectors.sum(new double[slope.length], -1 / bound, slope);
    }

    /** Replaces a vector by the solution of the equations that have it on the right. */
    private boolean solve(double[] vector) {
        int count = vector.length;
        double[][] rows = new double[count][];
        for (int row = 0; row < count; row++) {
            rows[row] = matrix[row].clone();
            for (int before = 0; before < row; before++) {
                double factor = rows[before][row] / rows[before][before];
                for (int column = row; column < count; column++) {
                    rows[row][column] -= factor * rows[before][column];
                }
                vector[row] -= factor * vector[before];
            }
            if (!(rows[row][row] > bound * 0x1p-52)) {
                return false;
            }
        }
        for (int row = count - 1; row >= 0; row--) {
            for (int column = row + 1; column < count; column++) {
                vector[row] -= rows[row][column] * vector[column];
            }
            vector[row] /= rows[row][row];
        }
        return true;
    }
}
