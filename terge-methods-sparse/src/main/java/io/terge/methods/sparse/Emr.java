package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Differences;
import io.terge.spi.method.Block;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

/**
 * The unified task vector of EMR: the largest change with the elected sign.
 *
 * @since 0.1
 */
public final class Emr implements MergeMethod {

    private static final String LAMBDA = "lambda";

    public Emr() {}

    @Override
    public String name() {
        return "emr";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Adds the largest change with the elected sign")
                .ignoresWeights()
                .reference("arXiv 2405.17461")
                .formula(
                        """
                        s = sign of d[0] + d[1] + ..., for each element
                        out = b + lambda d[k] for the largest |d[k]| with sign s; b if the sum is 0\
                        """)
                .advice(
                        "The part of EMR that all tasks share; its masks and scales for each task"
                                + " are not computed. Compare it with averaging and task arithmetic"
                                + " (arXiv 2511.21437).")
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
        double[] sums = new double[length];
        for (int i = 0; i < models; i++) {
            double[] vector = block.input(i);
            Differences.subtract(vector, base, length);
            for (int e = 0; e < length; e++) {
                sums[e] += vector[e];
            }
        }
        // The largest of those that agree, with their common sign; a NaN in the sum stays.
        for (int e = 0; e < length; e++) {
            output[e] = Double.isNaN(sums[e]) ? sums[e] : 0;
        }
        for (int i = 0; i < models; i++) {
            double[] vector = block.input(i);
            for (int e = 0; e < length; e++) {
                if (sums[e] > 0) {
                    output[e] = Math.max(output[e], vector[e]);
                } else if (sums[e] < 0) {
                    output[e] = Math.min(output[e], vector[e]);
                }
            }
        }
        for (int e = 0; e < length; e++) {
            double mix = lambda * output[e];
            output[e] = mix == 0 ? base[e] : base[e] + mix;
        }
    }
}
