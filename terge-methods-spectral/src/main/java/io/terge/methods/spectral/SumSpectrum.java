package io.terge.methods.spectral;

import io.terge.spi.method.Matrix;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The singular values of the sum of the task vectors, raised to a floor or set to one value. */
final class SumSpectrum {

    private SumSpectrum() {}

    /** The sum with all singular values set to one value. */
    static double[] flat(TaskVectors vectors, ToDoubleFunction<Svd> level) {
        return changed(vectors, level, 0);
    }

    /** The sum with all singular values raised to a value at least. */
    static double[] raised(TaskVectors vectors, ToDoubleFunction<Svd> level) {
        return changed(vectors, level, 1);
    }

    private static double[] changed(TaskVectors vectors, ToDoubleFunction<Svd> level, double kept) {
        Matrix sum = vectors.sum();
        Svd svd = Svd.of(sum);
        int rank = svd.rank();
        if (0 < rank && rank < vectors.smaller()) {
            vectors.note(
                    "the sum of the task vectors has rank %d of %d: only its own directions are scaled"
                            .formatted(rank, vectors.smaller()));
        }
        double floor = level.applyAsDouble(svd);
        double[] sigma = Arrays.copyOf(svd.sigma(), rank);
        for (int k = 0; k < rank; k++) {
            sigma[k] = Math.max(kept * sigma[k], floor);
        }
        double[] update = new double[sum.values().length];
        Rows.addOuter(update, svd.left(), svd.right(), sigma);
        return update;
    }
}
