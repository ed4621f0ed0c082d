package io.terge.methods.spectral;

import io.terge.spi.method.Matrix;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The thin singular value decomposition of a matrix: {@code a = sum of sigma[k] * left[k] *
 * right[k]'}, with the singular values in descending order. It is computed on one thread in plain
 * Java, so it has the same bits on every machine.
 */
final class Svd {

    private final Rows left;
    private final Rows right;
    private final double[] sigma;
    private final double precision;

    private Svd(Rows left, Rows right, double[] sigma) {
        this.left = left;
        this.right = right;
        this.sigma = sigma;
        this.precision = Math.max(left.length(), right.length()) * Math.ulp(1.0);
    }

    /**
     * Decomposes a matrix of finite numbers with at least one element.
     *
     * @param matrix its values are overwritten
     */
    static Svd of(Matrix matrix) {
        double[] values = matrix.values();
        int exponent = scaled(values);
        SingularValueDecomposition_F64<DMatrixRMaj> library =
                DecompositionFactory_DDRM.svd(matrix.rows(), matrix.columns(), true, true, true);
        if (!library.decompose(DMatrixRMaj.wrap(matrix.rows(), matrix.columns(), values))) {
            throw new IllegalStateException(
                    "The singular value decomposition of a matrix of %d x %d did not converge"
                            .formatted(matrix.rows(), matrix.columns()));
        }
        double[] found = library.getSingularValues();
        int[] order = descending(found, Math.min(matrix.rows(), matrix.columns()));
        double[] sigma = new double[order.length];
        for (int k = 0; k < order.length; k++) {
            sigma[k] = Math.scalb(Math.abs(found[order[k]]), exponent);
        }
        return new Svd(
                new Rows(library.getU(null, true).getData(), matrix.rows(), order),
                new Rows(library.getV(null, true).getData(), matrix.columns(), order),
                sigma);
    }

    // The library squares numbers: by a power of two, which is exact, none of them overflows.
    private static int scaled(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            return 0;
        }
        int exponent = Math.getExponent(largest);
        for (int e = 0; e < values.length; e++) {
            values[e] = Math.scalb(values[e], -exponent);
        }
        return exponent;
    }

    private static int[] descending(double[] found, int count) {
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> found[k]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The left singular vectors, one in each row. */
    Rows left() {
        return left;
    }

    /** The right singular vectors, one in each row. */
    Rows right() {
        return right;
    }

    /** The singular values in descending order; not a copy. */
    double[] sigma() {
        return sigma;
    }

    /** The sum of the singular values. */
    double nuclearNorm() {
        double sum = 0;
        for (double value : sigma) {
            sum += value;
        }
        return sum;
    }

    /**
     * The number of singular values that are not zero within the precision of {@code double}: the
     * directions of the others are arbitrary.
     */
    int rank() {
        return above(precision * sigma[0]);
    }

    /**
     * As {@link #rank()}, of what is left of a matrix.
     *
     * @param norm the norm of the whole matrix, to whose precision the values are known
     */
    int rankWithin(double norm) {
        return above(precision * Math.max(norm, sigma[0]));
    }

    /** The number of singular values greater than a bound. */
    int above(double bound) {
        int count = 0;
        while (count < sigma.length && sigma[count] > bound) {
            count++;
        }
        return count;
    }

    /** The number of leading singular values that it takes to reach a sum; at least 1. */
    int reaching(double sum) {
        double reached = sigma[0];
        int count = 1;
        while (reached < sum && count < sigma.length) {
            reached += sigma[count];
            count++;
        }
        return count;
    }
}
