package io.terge.methods.arithmetic;

import java.util.Optional;

/**
 * How far Model Stock goes from the base to the mean.
 *
 * @param value the ratio: 0 for the base, 1 for the mean
 * @param change why it is not that of the formula; empty if it is
 */
record StockRatio(double value, Optional<String> change) {

    /** Returns the ratio for the inner products of task vectors. */
    static StockRatio of(double[][] gram, boolean clamps) {
        int count = gram.length;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                sum += cosine(gram[i][j], gram[i][i], gram[j][j]);
            }
        }
        if (!Double.isFinite(sum)) {
            return new StockRatio(
                    1, Optional.of("task vectors are not finite: used the mean of the models"));
        }
        double cosine = sum / (count * (count - 1) / 2.0);
        double ratio = count * cosine / (1 + (count - 1) * cosine);
        if (clamps && cosine < 0) {
            return new StockRatio(
                    0,
                    Optional.of(
                            "the task vectors disagree (their mean cosine is negative): used the"
                                    + " base"));
        }
        return Double.isFinite(ratio)
                ? new StockRatio(ratio, Optional.empty())
                : new StockRatio(
                        0, Optional.of("the ratio is not finite for these vectors: used the base"));
    }

    private static double cosine(double product, double left, double right) {
        double norms = Math.sqrt(left) * Math.sqrt(right);
        return norms == 0 ? 0 : Math.clamp(product / norms, -1, 1);
    }
}
