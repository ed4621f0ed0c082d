package io.terge.methods.arithmetic;

import io.terge.spi.method.Block;
import io.terge.spi.method.BlockFunction;
import io.terge.spi.method.MergeInput;

import java.util.List;

/**
 * A function of the values that the inputs have for an element, in ascending order. If one of them
 * is NaN, the result is NaN.
 *
 * @param weights the inputs' weights
 * @param function computes an element
 */
record SortedInputs(double[] weights, OfElement function) implements BlockFunction {

    /** Computes an element. */
    @FunctionalInterface
    interface OfElement {

        /** Returns the result for values in ascending order, and their weights. */
        double of(double[] values, double[] weights);
    }

    /** Returns what is wrong with weights of values that are sorted. */
    static List<String> faults(List<MergeInput> inputs) {
        return inputs.stream()
                .filter(input -> input.weight() < 0)
                .map(
                        input ->
                                "weights must not be negative, but that of model %d is %s"
                                        .formatted(input.model(), input.weight()))
                .toList();
    }

    /** The mean of two values, which does not overflow. */
    static double mean(double low, double high) {
        return low == high ? low : low / 2 + high / 2;
    }

    @Override
    public void apply(Block block) {
        int count = weights.length;
        double[][] inputs = new double[count][];
        for (int i = 0; i < count; i++) {
            inputs[i] = block.input(i);
        }
        double[] sorted = new double[count];
        double[] shares = new double[count];
        double[] output = block.output();
        int length = block.length();
        for (int e = 0; e < length; e++) {
            output[e] =
                    isSorted(inputs, e, sorted, shares) ? function.of(sorted, shares) : Double.NaN;
        }
    }

    /** Sorts the values of an element by insertion; false if one is NaN. */
    private boolean isSorted(double[][] inputs, int e, double[] sorted, double[] shares) {
        for (int i = 0; i < sorted.length; i++) {
            double value = inputs[i][e];
            if (Double.isNaN(value)) {
                return false;
            }
            int at = i;
            while (at > 0 && sorted[at - 1] > value) {
                sorted[at] = sorted[at - 1];
                shares[at] = shares[at - 1];
                at--;
            }
            sorted[at] = value;
            shares[at] = weights[i];
        }
        return true;
    }
}
