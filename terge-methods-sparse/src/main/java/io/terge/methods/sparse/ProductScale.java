package io.terge.methods.sparse;

/**
 * Maps the products of two task vectors to numbers from -1, for the smallest product, to 0, for the
 * largest one; to 0 if all are equal.
 *
 * @param least the smallest product
 * @param most the largest product
 */
record ProductScale(double least, double most) {

    /**
     * Sets the scaled products of a block.
     *
     * @param left a task vector
     * @param right the same or another one
     * @param scaled the result; not a number where the product is not
     */
    void apply(double[] left, double[] right, double[] scaled, int length) {
        // Halves, because the difference of very large numbers would be infinite.
        double from = least / 2;
        double range = most / 2 - from;
        if (range > 0) {
            for (int e = 0; e < length; e++) {
                double place = (left[e] * right[e] / 2 - from) / range;
                scaled[e] = Math.min(1, Math.max(0, place)) - 1;
            }
        } else {
            for (int e = 0; e < length; e++) {
                double product = left[e] * right[e];
                scaled[e] = Double.isNaN(product) ? product : 0;
            }
        }
    }
}
