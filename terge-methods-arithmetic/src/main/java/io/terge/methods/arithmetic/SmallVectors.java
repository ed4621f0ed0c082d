package io.terge.methods.arithmetic;

/** Arithmetic of vectors with few elements, whose squares do not leave the range of numbers. */
final class SmallVectors {

    private SmallVectors() {}

    /** The first vector plus a multiple of the second. */
    static double[] sum(double[] first, double factor, double[] second) {
        double[] sum = new double[first.length];
        for (int e = 0; e < sum.length; e++) {
            sum[e] = first[e] + factor * second[e];
        }
        return sum;
    }

    /** The first vector less the second. */
    static double[] difference(double[] first, double[] second) {
        return sum(first, -1, second);
    }

    static double product(double[] first, double[] second) {
        double product = 0;
        for (int e = 0; e < first.length; e++) {
            product += first[e] * second[e];
        }
        return product;
    }

    static double norm(double[] vector) {
        return Math.sqrt(product(vector, vector));
    }

    static double distance(double[] first, double[] second) {
        return norm(difference(first, second));
    }
}
