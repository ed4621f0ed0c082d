package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Differences;
import io.terge.spi.method.Block;
import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

import java.util.List;

/**
 * CABS: trims task vectors one after the other, so that no two of them change the same element.
 *
 * @since 0.1
 */
public final class Cabs implements MergeMethod {

    private static final String KEPT = "n";
    private static final String SIZE = "m";
    private static final String LAMBDA = "lambda";

    public Cabs() {}

    @Override
    public String name() {
        return "cabs";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Adds trimmed task vectors that do not overlap")
                .reference("arXiv 2503.01874")
                .formula(
                        """
                        t[i] = of each m neighbours in a row of d[i], the n of largest magnitude
                               that t[0] ... t[i-1] do not change; others 0;
                               of fewer neighbours at the end of a row, the same
                               fraction, rounded down
                        out = b + lambda (w[0] t[0] + w[1] t[1] + ...)\
                        """)
                .advice(
                        "For a few tasks that interfere with each other. The order of the models"
                            + " matters: the first one chooses first. Compare it with averaging and"
                            + " task arithmetic (arXiv 2511.21437).")
                .example("--weights 1,1 --option n=64 --option m=256")
                .absoluteWeights()
                .option(MethodOption.number(LAMBDA, "scale of what is added to the base").orElse(1))
                .option(
                        MethodOption.whole(KEPT, "how many elements of each group to keep")
                                .between(0, Integer.MAX_VALUE)
                                .orElse(64))
                .option(
                        MethodOption.whole(SIZE, "number of neighbours in a group")
                                .between(1, Integer.MAX_VALUE)
                                .orElse(256))
                .withBase()
                .rows();
    }

    @Override
    public List<String> faults(MethodOptions options, List<MergeInput> inputs) {
        int kept = options.whole(KEPT);
        int size = options.whole(SIZE);
        return kept <= size
                ? List.of()
                : List.of(
                        "n must not be greater than m, but n is %d and m is %d"
                                .formatted(kept, size));
    }

    @Override
    public Output merge(ParameterMerge merge) {
        GroupTrim trim = new GroupTrim(merge.options().whole(KEPT), merge.options().whole(SIZE));
        double[] weights = merge.weights();
        double lambda = merge.options().number(LAMBDA);
        return Output.rows(block -> add(block, trim, weights, lambda));
    }

    private static void add(Block block, GroupTrim trim, double[] weights, double lambda) {
        int length = block.length();
        double[] base = block.base();
        double[] sums = new double[length];
        boolean[] used = new boolean[length];
        for (int i = 0; i < weights.length; i++) {
            double[] vector = block.input(i);
            Differences.subtract(vector, base, length);
            trim.apply(vector, used);
            for (int e = 0; e < length; e++) {
                sums[e] += weights[i] * vector[e];
            }
        }
        double[] output = block.output();
        for (int e = 0; e < length; e++) {
            double mix = lambda * sums[e];
            output[e] = mix == 0 ? base[e] : base[e] + mix;
        }
    }
}
