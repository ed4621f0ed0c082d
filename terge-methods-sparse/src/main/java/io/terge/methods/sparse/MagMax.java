package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Differences;
import io.terge.spi.method.Block;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

/**
 * Takes each element from the task vector in which it is largest.
 *
 * @since 0.1
 */
public final class MagMax implements MergeMethod {

    private static final String LAMBDA = "lambda";

    public MagMax() {}

    @Override
    public String name() {
        return "magmax";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Adds the largest change of each element")
                .ignoresWeights()
                .reference("arXiv 2407.06322")
                .formula(
                        """
                        out = b + lambda d[k] for the k with the largest |d[k]|, for each element;
                        of equal ones the first\
                        """)
                .advice(
                        "For models that were tuned one after another. The sum of the largest"
                            + " changes is often too large: try lambda from 0.5 to 1, and compare"
                            + " with averaging and task arithmetic (arXiv 2511.21437).")
                .example("--option lambda=0.5")
                .option(MethodOption.number(LAMBDA, "scale of what is added to the base").orElse(1))
                .withBase();
    }

    @Override
    public Output merge(ParameterMerge merge) {
        double lambda = merge.options().number(LAMBDA);
        int models = merge.inputs().size();
        return Output.blocks(block -> add(block, models, lambda));
    }

    private static void add(Block block, int models, double lambda) {
        int length = block.length();
        double[] base = block.base();
        double[] output = block.output();
        double[] largest = block.input(0);
        Differences.subtract(largest, base, length);
        for (int i = 1; i < models; i++) {
            double[] input = block.input(i);
            for (int e = 0; e < length; e++) {
                largest[e] = larger(largest[e], input[e] - base[e]);
            }
        }
        for (int e = 0; e < length; e++) {
            double mix = lambda * largest[e];
            output[e] = mix == 0 ? base[e] : base[e] + mix;
        }
    }

    // The bits of magnitudes are in the order of their values, and those of a NaN are the largest.
    // Without a branch, which nobody could foresee.
    private static double larger(double one, double other) {
        long bits = Double.doubleToRawLongBits(one);
        long others = Double.doubleToRawLongBits(other);
        long isOther = ((bits & Long.MAX_VALUE) - (others & Long.MAX_VALUE)) >> (Long.SIZE - 1);
        return Double.longBitsToDouble(bits ^ ((bits ^ others) & isOther));
    }
}
