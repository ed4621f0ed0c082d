package io.terge.methods.spherical;

/** The Karcher mean of unit vectors, as coefficients of these; zero vectors have no part in it. */
final class SphereMean {

    // Less is left of directions that cancel out.
    private static final double LEAST_LENGTH = 1e-7;
    // No tangent leads to a vector on the opposite side.
    private static final double OPPOSITE = -1 + 1e-12;

    private final double[][] cosines;
    private final double[] weights;

    /**
     * Makes it.
     *
     * @param gram the inner products of the vectors before they are scaled to length 1
     * @param norms their norms
     * @param weights their weights, not negative
     */
    SphereMean(double[][] gram, double[] norms, double[] weights) {
        int count = norms.length;
        this.cosines = new double[count][count];
        this.weights = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += norms[i] == 0 ? 0 : weights[i];
        }
        for (int i = 0; i < count; i++) {
            this.weights[i] = norms[i] == 0 ? 0 : weights[i] / sum;
            for (int j = 0; j < count; j++) {
                boolean isZero = norms[i] == 0 || norms[j] == 0;
                cosines[i][j] = isZero ? 0 : gram[i][j] / norms[i] / norms[j];
            }
        }
    }

    /** Whether the mean of the vectors has no direction. */
    boolean cancelsOut() {
        return !(Gram.norm(cosines, weights) > LEAST_LENGTH);
    }

    /** Returns the coefficients of the mean, starting with the direction of the plain mean. */
    double[] find(int iterations, double tolerance) {
        double[] mean = unit(weights.clone());
        for (int i = 0; i < iterations; i++) {
            double[] tangent = tangent(mean);
            double length = Gram.norm(cosines, tangent);
            if (!(length > 0 && length >= tolerance)) {
                break;
            }
            double along = Math.cos(length);
            double aside = Math.sin(length) / length;
            for (int k = 0; k < mean.length; k++) {
                mean[k] = along * mean[k] + aside * tangent[k];
            }
            mean = unit(mean);
        }
        return mean;
    }

    /** The weighted mean of what leads from a point to the vectors, in the tangent space. */
    private double[] tangent(double[] point) {
        double[] tangent = new double[point.length];
        double taken = 0;
        for (int i = 0; i < point.length; i++) {
            double cosine = Math.clamp(Gram.product(cosines, i, point), -1, 1);
            if (weights[i] == 0 || cosine < OPPOSITE) {
                continue;
            }
            double angle = Math.acos(cosine);
            double share = weights[i] * (angle == 0 ? 1 : angle / Math.sin(angle));
            tangent[i] += share;
            taken += share * cosine;
        }
        for (int k = 0; k < tangent.length; k++) {
            tangent[k] -= taken * point[k];
        }
        return tangent;
    }

    private double[] unit(double[] coefficients) {
        double length = Gram.norm(cosines, coefficients);
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] /= length;
        }
        return coefficients;
    }
}
