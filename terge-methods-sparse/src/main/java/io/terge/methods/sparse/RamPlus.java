package io.terge.methods.sparse;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

/**
 * Reinforced agent merging with scaled unique changes, by the shares in each tensor.
 *
 * @since 0.1
 */
public final class RamPlus implements MergeMethod {

    private static final String R = "r";
    private static final String ALPHA = "alpha";

    public RamPlus() {}

    @Override
    public String name() {
        return "ramplus_tl";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Adds scaled unique changes and the mean of shared ones")
                .ignoresWeights()
                .reference("arXiv 2601.13572")
                .formula(
                        """
                        c = number of models with |d[i]| > epsilon, for each element
                        q[i] = changed elements of i with c > 1 / those with c = 1, in the tensor
                        out = b + (sum of these d[i]) / c where c > 1
                        out = b + (1 + r min(q[i], alpha)) d[i] where only i changes\
                        """)
                .advice(
                        "Like ram, but makes up for what models lose where they share changes."
                                + " Compare it with averaging and task arithmetic (arXiv"
                                + " 2511.21437).")
                .example("--option r=0.1 --option alpha=0.2")
                .option(
                        MethodOption.number(R, "strength of the scale of unique changes")
                                .orElse(0.1))
                .option(
                        MethodOption.number(ALPHA, "largest ratio of shared to unique changes")
                                .between(0, Double.MAX_VALUE)
                                .orElse(0.2))
                .option(Ram.epsilon())
                .withBase()
                .passes(2);
    }

    @Override
    public Output merge(ParameterMerge merge) {
        double epsilon = merge.options().number(Ram.EPSILON);
        double r = merge.options().number(R);
        double alpha = merge.options().number(ALPHA);
        int models = merge.inputs().size();
        long[] counts = merge.reduce(new ChangeCounts(models, epsilon));
        double[] scales = new double[models];
        for (int i = 0; i < models; i++) {
            double ratio = (double) counts[2 * i + 1] / Math.max(1, counts[2 * i]);
            scales[i] = 1 + r * Math.min(ratio, alpha);
        }
        SharedChanges changes = new SharedChanges(epsilon, scales);
        return Output.blocks(changes::apply);
    }
}
