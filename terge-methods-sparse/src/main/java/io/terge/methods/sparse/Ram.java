package io.terge.methods.sparse;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

import java.util.Arrays;

/**
 * Reinforced agent merging: adds what only one model changes, and the mean of what several change.
 *
 * @since 0.1
 */
public final class Ram implements MergeMethod {

    static final String EPSILON = "epsilon";

    public Ram() {}

    /** The option for what counts as changed. */
    static MethodOption epsilon() {
        return MethodOption.number(EPSILON, "magnitude up to which an element counts as unchanged")
                .between(0, Double.MAX_VALUE)
                .orElse(1e-5);
    }

    @Override
    public String name() {
        return "ram";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Adds unique changes and the mean of shared ones")
                .ignoresWeights()
                .reference("arXiv 2601.13572")
                .formula(
                        """
                        c = number of models with |d[i]| > epsilon, for each element
                        out = b + (sum of these d[i]) / c\
                        """)
                .advice(
                        "For models tuned with reinforcement learning, which change few elements"
                                + " each. Compare it with averaging and task arithmetic (arXiv"
                                + " 2511.21437).")
                .example("--option epsilon=0.00001")
                .option(epsilon())
                .withBase();
    }

    @Override
    public Output merge(ParameterMerge merge) {
        double[] scales = new double[merge.inputs().size()];
        Arrays.fill(scales, 1);
        SharedChanges changes = new SharedChanges(merge.options().number(EPSILON), scales);
        return Output.blocks(changes::apply);
    }
}
