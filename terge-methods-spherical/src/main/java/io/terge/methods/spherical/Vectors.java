package io.terge.methods.spherical;

import io.terge.spi.method.Block;
import io.terge.spi.method.Output;

/** The vectors that are merged: the inputs, or what leads from them to the base. */
final class Vectors {

    private static final int LANES = 4;

    private Vectors() {}

    /** A linear combination of the inputs, or of task vectors. */
    static Output combination(boolean ofTaskVectors, double... coefficients) {
        return ofTaskVectors ? Output.taskVectors(coefficients) : Output.linear(coefficients);
    }

    /** Returns the inputs of a block; with a base, they become the base less the inputs. */
    static double[][] of(Block block, boolean hasBase) {
        double[][] vectors = {block.input(0), block.input(1)};
        if (hasBase) {
            double[] base = block.base();
            int length = block.length();
            for (double[] vector : vectors) {
                for (int e = 0; e < length; e++) {
                    vector[e] = base[e] - vector[e];
                }
            }
        }
        return vectors;
    }

    /**
     * With a base, makes a model of the output of a block: a combination of what {@link #of}
     * returns.
     */
    static void addBase(Block block, boolean hasBase) {
        if (hasBase) {
            double[] output = block.output();
            double[] base = block.base();
            int length = block.length();
            for (int e = 0; e < length; e++) {
                // A sum of -0 becomes 0, so that a base of -0 stays.
                output[e] = base[e] - (0.0 + output[e]);
            }
        }
    }

    /** The inner product: four sums, as one has to wait for each addition. */
    static double product(double[] left, double[] right, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int whole = length - length % LANES;
        for (int e = 0; e < whole; e += LANES) {
            a += left[e] * right[e];
            b += left[e + 1] * right[e + 1];
            c += left[e + 2] * right[e + 2];
            d += left[e + 3] * right[e + 3];
        }
        for (int e = whole; e < length; e++) {
            a += left[e] * right[e];
        }
        return (a + b) + (c + d);
    }
}
