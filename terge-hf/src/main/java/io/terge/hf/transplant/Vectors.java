package io.terge.hf.transplant;

/** Sums of products, in an order that never changes. */
final class Vectors {

    private Vectors() {}

    /** The product of a column with a vector of at most its length. */
    static double dot(float[] column, double[] vector) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int length = vector.length;
        int i = 0;
        for (; i <= length - 4; i += 4) {
            first += column[i] * vector[i];
            second += column[i + 1] * vector[i + 1];
            third += column[i + 2] * vector[i + 2];
            fourth += column[i + 3] * vector[i + 3];
        }
        for (; i < length; i++) {
            first += column[i] * vector[i];
        }
        return first + second + (third + fourth);
    }

    /** The product of two columns of the same length, a multiple of 4. */
    static double dot(float[] column, float[] other) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int i = 0; i < column.length; i += 4) {
            first += (double) column[i] * other[i];
            second += (double) column[i + 1] * other[i + 1];
            third += (double) column[i + 2] * other[i + 2];
            fourth += (double) column[i + 3] * other[i + 3];
        }
        return first + second + (third + fourth);
    }

    static double norm(double[] vector) {
        double sum = 0;
        for (double each : vector) {
            sum += each * each;
        }
        return Math.sqrt(sum);
    }

    /** Subtracts a multiple of a column. */
    static void subtract(double[] from, double factor, float[] column) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * column[i];
        }
    }

    /**
     * Scales a vector by a power of two, exactly, so that its largest element is from 1 to 2.
     *
     * @return the power of two; 0 if all elements are zeros
     */
    static int scale(double[] vector) {
        double largest = 0;
        for (double each : vector) {
            largest = Math.max(largest, Math.abs(each));
        }
        if (largest == 0) {
            return 0;
        }
        int exponent = Math.getExponent(largest);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Math.scalb(vector[i], -exponent);
        }
        return exponent;
    }
}
