package io.terge.methods.arithmetic;

/** Points that have the given inner products, in as few dimensions as they need. */
final class Placement {

    // What is left of a squared norm is rounding below this fraction of it.
    private static final double ROUNDING = 64 * 0x1p-53;

    private final double[][] points;
    private final double[] left;
    private final double[] least;

    private Placement(double[][] products) {
        int count = products.length;
        points = new double[count][count];
        left = new double[count];
        least = new double[count];
        for (int i = 0; i < count; i++) {
            left[i] = products[i][i];
            least[i] = ROUNDING * count * products[i][i];
        }
    }

    /**
     * Returns the points, as the rows of a matrix; one of them is the origin if its products are 0.
     * It is Cholesky's decomposition, the point that is farthest from what is spanned first.
     */
    static double[][] of(double[][] products) {
        Placement placement = new Placement(products);
        for (int dimension = 0; dimension < products.length; dimension++) {
            int farthest = placement.farthest();
            if (farthest < 0) {
                break;
            }
            placement.span(dimension, farthest, products[farthest]);
        }
        return placement.points;
    }

    private int farthest() {
        int farthest = -1;
        for (int i = 0; i < left.length; i++) {
            if (left[i] > least[i] && (farthest < 0 || left[i] > left[farthest])) {
                farthest = i;
            }
        }
        return farthest;
    }

    private void span(int dimension, int farthest, double[] products) {
        double[] axis = points[farthest];
        double length = Math.sqrt(left[farthest]);
        for (int i = 0; i < points.length; i++) {
            double product = products[i];
            for (int before = 0; before < dimension; before++) {
                product -= axis[before] * points[i][before];
            }
            if (i != farthest) {
                points[i][dimension] = product / length;
                left[i] -= points[i][dimension] * points[i][dimension];
            }
        }
        axis[dimension] = length;
        left[farthest] = 0;
    }
}
