package io.terge.engine.kernel;

/**
 * A sum of terms, to which those that are stored are added as {@code float}, up to three at once.
 */
interface FloatSum {

    /** How many elements each term has. */
    int count();

    void add(double a, float[] x);

    /** Adds two terms, in one pass. */
    void add(double a, float[] x, double b, float[] y);

    /** Adds three terms, in one pass. */
    void add(double a, float[] x, double b, float[] y, double c, float[] z);
}
