package io.terge.testkit;

import io.terge.spi.method.Block;
import io.terge.spi.method.BlockFunction;
import io.terge.spi.method.Output;
import io.terge.tensor.Extent;

import java.util.Arrays;
import java.util.List;

/** Evaluates outputs, slowly and obviously. */
record ReferenceOutput(ReferenceMerge host, ReferenceInputs inputs) {

    /** Whether the output is made from the inputs' numbers, which takes a pass. */
    static boolean readsInputs(Output output) {
        return switch (output) {
            case Output.Linear linear ->
                    linear.isOfTaskVectors()
                            || linear.base().orElse(0) != 0
                            || Arrays.stream(linear.coefficients()).anyMatch(c -> c != 0);
            case Output.Blocks blocks -> true;
            case Output.Rows rows -> true;
            case Output.Whole whole -> false;
        };
    }

    double[] values(Output output) {
        return switch (output) {
            case Output.Linear linear -> combination(linear);
            case Output.Blocks blocks -> filled(blocks.function(), host.blockSize());
            case Output.Rows rows -> {
                inputs.checkExtent(Extent.ROW);
                yield filled(rows.function(), inputs.row());
            }
            case Output.Whole whole -> {
                inputs.checkExtent(Extent.TENSOR);
                yield checked(whole.values());
            }
        };
    }

    private double[] combination(Output.Linear linear) {
        double[] coefficients = linear.coefficients();
        if (coefficients.length != inputs.count()) {
            throw new IllegalArgumentException(
                    "Expected %d coefficients (one per input), got %d"
                            .formatted(inputs.count(), coefficients.length));
        }
        if (linear.isOfTaskVectors()) {
            return ofTaskVectors(coefficients, inputs.base());
        }
        Sums sums = new Sums(inputs.elements());
        if (linear.base().isPresent()) {
            sums.add(linear.base().getAsDouble(), inputs.base());
        }
        for (int i = 0; i < coefficients.length; i++) {
            sums.add(coefficients[i], inputs.input(i));
        }
        return sums.values;
    }

    private double[] ofTaskVectors(double[] coefficients, double[] base) {
        double[] values = new double[base.length];
        for (int e = 0; e < values.length; e++) {
            double sum = 0;
            for (int i = 0; i < coefficients.length; i++) {
                if (coefficients[i] != 0) {
                    sum += coefficients[i] * (base[e] - inputs.input(i)[e]);
                }
            }
            values[e] = base[e] - sum;
        }
        return values;
    }

    private double[] filled(BlockFunction function, int longest) {
        double[] values = ReferenceInputs.unwritten(inputs.elements());
        List<Block> blocks = inputs.blocks(longest, true);
        new BlockWalk(host.order()).walk(blocks, block -> fill(values, block, function));
        return values;
    }

    private static void fill(double[] values, Block block, BlockFunction function) {
        function.apply(block);
        System.arraycopy(block.output(), 0, values, (int) block.start(), block.length());
    }

    private double[] checked(double[] values) {
        if (values.length != inputs.elements()) {
            throw new IllegalArgumentException(
                    "Expected %d values, got %d".formatted(inputs.elements(), values.length));
        }
        return values.clone();
    }

    /** Sums that start with the first product; a coefficient of 0 has none. */
    private static final class Sums {

        private final double[] values;
        private boolean isEmpty = true;

        Sums(int elements) {
            values = new double[elements];
        }

        void add(double coefficient, double[] numbers) {
            if (coefficient == 0) {
                return;
            }
            for (int e = 0; e < values.length; e++) {
                double product = coefficient * numbers[e];
                values[e] = isEmpty ? product : values[e] + product;
            }
            isEmpty = false;
        }
    }
}
