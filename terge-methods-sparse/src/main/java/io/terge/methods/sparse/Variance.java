package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Measure;
import io.terge.spi.method.Block;

/**
 * The variance of the models, for each element. It is 0 exactly where all models are equal.
 *
 * @param models the number of models
 */
record Variance(int models) implements Measure {

    /** Returns one vector; leaves the block as it is. */
    @Override
    public double[][] of(Block block) {
        int length = block.length();
        double[] variance = new double[length];
        double[] mean = new double[length];
        // Distances to the first model, so that equal ones have none.
        double[] first = block.input(0);
        for (int i = 1; i < models; i++) {
            double[] input = block.input(i);
            for (int e = 0; e < length; e++) {
                mean[e] += (input[e] - first[e]) / models;
            }
        }
        for (int i = 0; i < models; i++) {
            double[] input = block.input(i);
            for (int e = 0; e < length; e++) {
                double distance = input[e] - first[e] - mean[e];
                variance[e] += distance * distance;
            }
        }
        for (int e = 0; e < length; e++) {
            variance[e] /= models;
        }
        return new double[][] {variance};
    }
}
