package io.terge.methods.sparse;

/**
 * Exponentials and logarithms of many numbers, as polynomials in loops that the compiler turns into
 * operations on many numbers at once. They consist of basic operations and fused ones in a fixed
 * order, so they have the same bits on every machine, as those of {@link StrictMath} have.
 */
final class Exponentials {

    /** The largest magnitude of an exponent. */
    static final double MOST = 32;

    /** The largest parts of wholes of {@link #logarithms}. */
    static final double MOST_OF_LOGARITHM = 0x1.0p-4;

    /** The series is used up to here; beyond, exponents are halved first. */
    private static final double MOST_OF_SERIES = 0.5;

    private Exponentials() {}

    /**
     * Computes {@code exp(x)}, with a relative error below 10<sup>-13</sup>.
     *
     * @param exponents the exponents, each of a magnitude up to {@code most}
     * @param most at most {@link #MOST}
     * @param results gets the results
     */
    static void of(double[] exponents, double most, double[] results, int length) {
        int halvings = 0;
        while (Math.scalb(most, -halvings) > MOST_OF_SERIES) {
            halvings++;
        }
        double scale = Math.scalb(1.0, -halvings);
        for (int e = 0; e < length; e++) {
            results[e] = series(exponents[e] * scale);
        }
        for (int i = 0; i < halvings; i++) {
            square(results, length);
        }
    }

    // The series of Taylor: what is left out is below 2^-58 of the result.
    private static double series(double x) {
        double sum = 1.0 / 1307674368000.0;
        sum = Math.fma(sum, x, 1.0 / 87178291200.0);
        sum = Math.fma(sum, x, 1.0 / 6227020800.0);
        sum = Math.fma(sum, x, 1.0 / 479001600.0);
        sum = Math.fma(sum, x, 1.0 / 39916800.0);
        sum = Math.fma(sum, x, 1.0 / 3628800.0);
        sum = Math.fma(sum, x, 1.0 / 362880.0);
        sum = Math.fma(sum, x, 1.0 / 40320.0);
        sum = Math.fma(sum, x, 1.0 / 5040.0);
        sum = Math.fma(sum, x, 1.0 / 720.0);
        sum = Math.fma(sum, x, 1.0 / 120.0);
        sum = Math.fma(sum, x, 1.0 / 24.0);
        sum = Math.fma(sum, x, 1.0 / 6.0);
        sum = Math.fma(sum, x, 0.5);
        sum = Math.fma(sum, x, 1.0);
        return Math.fma(sum, x, 1.0);
    }

    private static void square(double[] numbers, int length) {
        for (int e = 0; e < length; e++) {
            numbers[e] *= numbers[e];
        }
    }

    /**
     * Computes {@code log((1 + part / whole) / (1 + otherPart / other))}, with an error below
     * 10<sup>-15</sup> times the larger of {@code part / whole} and {@code otherPart / other}, and
     * exactly 0 if both parts and both wholes are equal.
     *
     * @param part not negative
     * @param wholes positive, each at least {@code part /} {@link #MOST_OF_LOGARITHM}
     * @param otherPart not negative
     * @param others positive, each at least {@code otherPart /} {@link #MOST_OF_LOGARITHM}
     * @param results gets the results
     */
    static void logarithms(
            double part,
            double[] wholes,
            double otherPart,
            double[] others,
            double[] results,
            int length) {
        for (int e = 0; e < length; e++) {
            results[e] = logarithm(part, wholes[e], otherPart, others[e]);
        }
    }

    private static double logarithm(double part, double whole, double otherPart, double other) {
        // 2 artanh(s) with s = (x - y) / (x + y), at most 1/33, if x / y is the argument.
        double first = part * other;
        double second = otherPart * whole;
        double s = (first - second) / (2 * whole * other + (first + second));
        double square = s * s;
        double sum = 2.0 / 11;
        sum = Math.fma(sum, square, 2.0 / 9);
        sum = Math.fma(sum, square, 2.0 / 7);
        sum = Math.fma(sum, square, 2.0 / 5);
        sum = Math.fma(sum, square, 2.0 / 3);
        sum = Math.fma(sum, square, 2.0);
        return sum * s;
    }
}
