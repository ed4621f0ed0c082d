package io.terge.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner products, as {@link Kernel#products} specifies them. The partial sums of several pairs are
 * vectors that stay in registers; where those of a pair do not fit into one, the block is gone
 * through once for each part of them.
 */
final class VectorProducts {

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int N = DOUBLES.length();
    private static final int SUMS = PartialSums.COUNT;
    private static final int TOGETHER = 3;
    // The pairs of three vectors.
    private static final int TRIANGLE = 6;
    private static final int[] ROWS = {0, 0, 0, 1, 1, 2};
    private static final int[] COLUMNS = {0, 1, 2, 1, 2, 2};

    private final double[] partial = new double[TRIANGLE * SUMS];

    void add(double[][] vectors, int count, double[] sums) {
        int whole = count - count % SUMS;
        if (vectors.length == TOGETHER) {
            triangle(vectors[0], vectors[1], vectors[2], whole, partial);
            for (int k = 0; k < TRIANGLE; k++) {
                sums[k] += rest(vectors[ROWS[k]], vectors[COLUMNS[k]], whole, count, k);
            }
            return;
        }
        if (vectors.length == 2) {
            pair(vectors[0], vectors[1], whole, partial);
            sums[0] += rest(vectors[0], vectors[0], whole, count, 0);
            sums[1] += rest(vectors[0], vectors[1], whole, count, 1);
            sums[2] += rest(vectors[1], vectors[1], whole, count, 2);
            return;
        }
        int pair = 0;
        for (int i = 0; i < vectors.length; i++) {
            for (int j = i; j < vectors.length; j += TOGETHER) {
                int together = Math.min(TOGETHER, vectors.length - j);
                row(vectors, i, j, together, whole);
                for (int k = 0; k < together; k++) {
                    sums[pair++] += rest(vectors[i], vectors[j + k], whole, count, k);
                }
            }
        }
    }

    private void row(double[][] vectors, int i, int j, int together, int whole) {
        double[] a = vectors[i];
        double[] x = vectors[j];
        switch (together) {
            case 1 -> one(a, x, whole, partial);
            case 2 -> two(a, x, vectors[j + 1], whole, partial);
            default -> three(a, x, vectors[j + 1], vectors[j + 2], whole, partial);
        }
    }

    private double rest(double[] left, double[] right, int whole, int count, int place) {
        PartialSums.add(left, right, whole, count, partial, place * SUMS);
        return PartialSums.fold(partial, place * SUMS);
    }

    private static void one(double[] a, double[] x, int whole, double[] partial) {
        for (int p = 0; p < SUMS; p += N) {
            DoubleVector ax = DoubleVector.zero(DOUBLES);
            for (int e = p; e < whole; e += SUMS) {
                DoubleVector v = DoubleVector.fromArray(DOUBLES, a, e);
                ax = ax.add(v.mul(DoubleVector.fromArray(DOUBLES, x, e)));
            }
            ax.intoArray(partial, p);
        }
    }

    private static void two(double[] a, double[] x, double[] y, int whole, double[] partial) {
        for (int p = 0; p < SUMS; p += N) {
            DoubleVector ax = DoubleVector.zero(DOUBLES);
            DoubleVector ay = ax;
            for (int e = p; e < whole; e += SUMS) {
                DoubleVector v = DoubleVector.fromArray(DOUBLES, a, e);
                ax = ax.add(v.mul(DoubleVector.fromArray(DOUBLES, x, e)));
                ay = ay.add(v.mul(DoubleVector.fromArray(DOUBLES, y, e)));
            }
            ax.intoArray(partial, p);
            ay.intoArray(partial, SUMS + p);
        }
    }

    private static void three(
            double[] a, double[] x, double[] y, double[] z, int whole, double[] partial) {
        for (int p = 0; p < SUMS; p += N) {
            DoubleVector ax = DoubleVector.zero(DOUBLES);
            DoubleVector ay = ax;
            DoubleVector az = ax;
            for (int e = p; e < whole; e += SUMS) {
                DoubleVector v = DoubleVector.fromArray(DOUBLES, a, e);
                ax = ax.add(v.mul(DoubleVector.fromArray(DOUBLES, x, e)));
                ay = ay.add(v.mul(DoubleVector.fromArray(DOUBLES, y, e)));
                az = az.add(v.mul(DoubleVector.fromArray(DOUBLES, z, e)));
            }
            ax.intoArray(partial, p);
            ay.intoArray(partial, SUMS + p);
            az.intoArray(partial, 2 * SUMS + p);
        }
    }

    private static void pair(double[] a, double[] b, int whole, double[] partial) {
        for (int p = 0; p < SUMS; p += N) {
            DoubleVector aa = DoubleVector.zero(DOUBLES);
            DoubleVector ab = aa;
            DoubleVector bb = aa;
            for (int e = p; e < whole; e += SUMS) {
                DoubleVector x = DoubleVector.fromArray(DOUBLES, a, e);
                DoubleVector y = DoubleVector.fromArray(DOUBLES, b, e);
                aa = aa.add(x.mul(x));
                ab = ab.add(x.mul(y));
                bb = bb.add(y.mul(y));
            }
            aa.intoArray(partial, p);
            ab.intoArray(partial, SUMS + p);
            bb.intoArray(partial, 2 * SUMS + p);
        }
    }

    private static void triangle(double[] a, double[] b, double[] c, int whole, double[] partial) {
        for (int p = 0; p < SUMS; p += N) {
            DoubleVector aa = DoubleVector.zero(DOUBLES);
            DoubleVector ab = aa;
            DoubleVector ac = aa;
            DoubleVector bb = aa;
            DoubleVector bc = aa;
            DoubleVector cc = aa;
            for (int e = p; e < whole; e += SUMS) {
                DoubleVector x = DoubleVector.fromArray(DOUBLES, a, e);
                DoubleVector y = DoubleVector.fromArray(DOUBLES, b, e);
                DoubleVector z = DoubleVector.fromArray(DOUBLES, c, e);
                aa = aa.add(x.mul(x));
                ab = ab.add(x.mul(y));
                ac = ac.add(x.mul(z));
                bb = bb.add(y.mul(y));
                bc = bc.add(y.mul(z));
                cc = cc.add(z.mul(z));
            }
            aa.intoArray(partial, p);
            ab.intoArray(partial, SUMS + p);
            ac.intoArray(partial, 2 * SUMS + p);
            bb.intoArray(partial, 3 * SUMS + p);
            bc.intoArray(partial, 4 * SUMS + p);
            cc.intoArray(partial, 5 * SUMS + p);
        }
    }
}
