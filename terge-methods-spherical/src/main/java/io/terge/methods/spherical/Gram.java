package io.terge.methods.spherical;

/** Lengths of linear combinations of vectors whose inner products are known. */
final class Gram {

    private Gram() {}

    /** The inner product of one vector with a linear combination of all. */
    static double product(double[][] gram, int vector, double[] coefficients) {
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            sum += gram[vector][j] * coefficients[j];
        }
        return sum;
    }

    /** The norm of a linear combination. */
    static double norm(double[][] gram, double[] coefficients) {
        double squared = 0;
        for (int i = 0; i < coefficients.length; i++) {
            squared += coefficients[i] * product(gram, i, coefficients);
        }
        // Rounding may leave less than nothing where all cancels out; a NaN stays one.
        return squared < 0 ? 0 : Math.sqrt(squared);
    }
}
