package io.terge.methods.arithmetic;

import io.terge.spi.method.Block;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

/**
 * Takes the elements of a model that are near those of the base, and moves the base towards the
 * others.
 *
 * @since 0.1
 */
public final class NearSwap implements MergeMethod {

    private static final String T = "t";
    private static final double LEAST_DISTANCE = 1e-6;

    public NearSwap() {}

    @Override
    public String name() {
        return "nearswap";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of(
                        "Replaces elements of the base with those of a model that are close to"
                                + " them")
                .reference("huggingface.co/alchemonaut/QuartetAnemoi-70B-t0.0001")
                .formula(
                        """
                        s = min(1, t / max(|d[0]|, 0.000001))
                        out = b + s d[0]: no element moves further than t\
                        """)
                .advice(
                        "Stays close to the base where the model differs strongly. t is of the"
                                + " order of the differences between weights: start with 0.0001.")
                .example("--option t=0.0001")
                .ignoresWeights()
                .inputs(1, 1)
                .option(
                        MethodOption.number(T, "distance up to which elements are replaced")
                                .between(0, Double.MAX_VALUE))
                .withBase();
    }

    @Override
    public Output merge(ParameterMerge merge) {
        double t = merge.options().number(T);
        return t == 0 ? Output.taskVectors(0) : Output.blocks(block -> swap(block, t));
    }

    private static void swap(Block block, double t) {
        double[] base = block.base();
        double[] input = block.input(0);
        double[] output = block.output();
        int length = block.length();
        // Elements nearer than the least distance move by a fraction of it.
        double fraction = Math.min(1, t / LEAST_DISTANCE);
        for (int e = 0; e < length; e++) {
            // From the model to the base, so that a base of -0 stays.
            double vector = base[e] - input[e];
            double limit = Math.min(t, fraction * Math.abs(vector));
            output[e] = base[e] - Math.max(-limit, Math.min(limit, vector));
        }
    }
}
