package io.terge.engine.execute;

import io.terge.spi.Block;
import io.terge.spi.BlockFunction;

/**
 * The sum of the inputs, and of the base where it counts, each times its coefficient.
 *
 * <p>Every product and every sum is a {@code double} operation of its own, in the order of the
 * inputs, without a fused multiply-add: so anybody's plain loop in {@code double} gives the same
 * bits, and a merge can be checked by other means.
 *
 * @param base the base's coefficient; 0 leaves the base out
 * @param coefficients the inputs' coefficients
 */
record LinearCombination(double base, double[] coefficients) implements BlockFunction {

    @Override
    public void apply(Block block) {
        double[] output = block.output();
        int first = base == 0 ? 1 : 0;
        if (base == 0) {
            set(output, coefficients[0], block.input(0), block.length());
        } else {
            set(output, base, block.base(), block.length());
        }
        for (int i = first; i < coefficients.length; i++) {
            add(output, coefficients[i], block.input(i), block.length());
        }
    }

    private static void set(double[] output, double coefficient, double[] values, int length) {
        for (int e = 0; e < length; e++) {
            output[e] = coefficient * values[e];
        }
    }

    private static void add(double[] output, double coefficient, double[] values, int length) {
        for (int e = 0; e < length; e++) {
            output[e] += coefficient * values[e];
        }
    }
}
