package io.terge.methods.sparse;

import io.terge.spi.method.Block;

/**
 * Adds the changes that only one model makes, scaled, and the mean of those that several make.
 *
 * @param epsilon up to which magnitude an element counts as not changed
 * @param scales the scale of what only this model changes, for each model
 */
record SharedChanges(double epsilon, double[] scales) {

    /** Whether an element counts as changed; NaN does. */
    static boolean isChange(double vector, double epsilon) {
        return Math.abs(vector) > epsilon || Double.isNaN(vector);
    }

    void apply(Block block) {
        int length = block.length();
        double[] base = block.base();
        double[] output = block.output();
        int[] counts = new int[length];
        double[] alone = new double[length];
        for (int e = 0; e < length; e++) {
            output[e] = 0;
        }
        for (int i = 0; i < scales.length; i++) {
            double[] input = block.input(i);
            for (int e = 0; e < length; e++) {
                double vector = input[e] - base[e];
                if (isChange(vector, epsilon)) {
                    output[e] += vector;
                    alone[e] = scales[i];
                    counts[e]++;
                }
            }
        }
        for (int e = 0; e < length; e++) {
            double mix = counts[e] > 1 ? output[e] / counts[e] : output[e] * alone[e];
            output[e] = mix == 0 ? base[e] : base[e] + mix;
        }
    }
}
