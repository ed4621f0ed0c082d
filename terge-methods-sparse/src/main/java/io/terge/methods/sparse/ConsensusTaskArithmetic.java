package io.terge.methods.sparse;

import io.terge.spi.method.Block;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

/**
 * Consensus task arithmetic: adds only elements that are important to several models, by TALL
 * masks.
 *
 * @since 0.1
 */
public final class ConsensusTaskArithmetic implements MergeMethod {

    private static final String LAMBDA = "lambda";
    private static final String THRESHOLD = "threshold";
    private static final String USERS = "users";

    public ConsensusTaskArithmetic() {}

    @Override
    public String name() {
        return "consensus_ta";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Task arithmetic of the elements that several models need")
                .reference("arXiv 2405.07813")
                .formula(
                        """
                        s = w[0] d[0] + w[1] d[1] + ...
                        model i uses an element if |w[i] d[i]| >= threshold |s - w[i] d[i]|
                        out = b + lambda s where at least users models use the element, else b\
                        """)
                .advice(
                        "For many tasks: drops changes that serve one task only, or none. Start"
                                + " with task arithmetic, and see whether this improves it (arXiv"
                                + " 2511.21437).")
                .example("--weights 0.3,0.3,0.3 --option threshold=0.4 --option users=2")
                .absoluteWeights()
                .option(MethodOption.number(LAMBDA, "scale of what is added to the base").orElse(1))
                .option(
                        MethodOption.number(
                                        THRESHOLD,
                                        "least size of a change, relative to that of the others")
                                .between(0, Double.MAX_VALUE)
                                .orElse(0.4))
                .option(
                        MethodOption.whole(USERS, "how many models must use an element")
                                .between(1, Integer.MAX_VALUE)
                                .orElse(2))
                .withBase();
    }

    @Override
    public Output merge(ParameterMerge merge) {
        int models = merge.inputs().size();
        int users = merge.options().whole(USERS);
        if (users > models) {
            merge.note(
                    "%d models have this parameter: elements that all of them use are added"
                            .formatted(models));
        }
        int least = Math.min(users, models);
        double lambda = merge.options().number(LAMBDA);
        double threshold = merge.options().number(THRESHOLD);
        double[] weights = merge.weights();
        return Output.blocks(block -> add(block, weights, least, threshold, lambda));
    }

    private static void add(
            Block block, double[] weights, int least, double threshold, double lambda) {
        int length = block.length();
        double[] base = block.base();
        double[] output = block.output();
        double[] sums = new double[length];
        for (int i = 0; i < weights.length; i++) {
            double[] vector = block.input(i);
            for (int e = 0; e < length; e++) {
                vector[e] = weights[i] * (vector[e] - base[e]);
                sums[e] += vector[e];
            }
        }
        int[] users = new int[length];
        for (int i = 0; i < weights.length; i++) {
            double[] vector = block.input(i);
            for (int e = 0; e < length; e++) {
                boolean unused = Math.abs(vector[e]) < threshold * Math.abs(sums[e] - vector[e]);
                // Not a number counts as used, so that it reaches the output.
                users[e] += unused ? 0 : 1;
            }
        }
        for (int e = 0; e < length; e++) {
            double mix = users[e] >= least ? lambda * sums[e] : 0;
            output[e] = mix == 0 ? base[e] : base[e] + mix;
        }
    }
}
