package io.terge.methods.arithmetic;

/** Sums over the elements of two vectors: four at a time, as one has to wait for each addition. */
final class VectorSums {

    private static final int LANES = 4;

    private VectorSums() {}

    /** The inner product. */
    static double product(double[] left, double[] right, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int whole = length - length % LANES;
        for (int e = 0; e < whole; e += LANES) {
            a += left[e] * right[e];
            b += left[e + 1] * right[e + 1];
            c += left[e + 2] * right[e + 2];
            d += left[e + 3] * right[e + 3];
        }
        for (int e = whole; e < length; e++) {
            a += left[e] * right[e];
        }
        return (a + b) + (c + d);
    }

    /** The squared distance. */
    static double squaredDistance(double[] left, double[] right, int length) {
        return squaredDistance(left, right, length, 1);
    }

    /** The squared distance, of elements that are multiplied by a scale first. */
    static double squaredDistance(double[] left, double[] right, int length, double scale) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int whole = length - length % LANES;
        for (int e = 0; e < whole; e += LANES) {
            double p = (left[e] - right[e]) * scale;
            double q = (left[e + 1] - right[e + 1]) * scale;
            double r = (left[e + 2] - right[e + 2]) * scale;
            double s = (left[e + 3] - right[e + 3]) * scale;
            a += p * p;
            b += q * q;
            c += r * r;
            d += s * s;
        }
        for (int e = whole; e < length; e++) {
            double p = (left[e] - right[e]) * scale;
            a += p * p;
        }
        return (a + b) + (c + d);
    }
}
