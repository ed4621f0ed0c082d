package io.terge.methods.arithmetic;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

/**
 * One model as it is, or scaled.
 *
 * @since 0.1
 */
public final class Passthrough implements MergeMethod {

    private static final String SCALE = "scale";

    public Passthrough() {}

    @Override
    public String name() {
        return "passthrough";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("One model unchanged, or multiplied by a number")
                .formula("out = scale x[0]")
                .advice(
                        "Takes parameters or layers from one model, for stacks of layers. A scale"
                                + " of 0 for the output projections of a layer makes it pass on its"
                                + " input unchanged.")
                .example("--option scale=0.5")
                .ignoresWeights()
                .inputs(1, 1)
                .option(
                        MethodOption.number(SCALE, "what every element is multiplied by")
                                .orElse(1)
                                .perModel());
    }

    @Override
    public Output merge(ParameterMerge merge) {
        return Output.linear(merge.inputs().getFirst().options().number(SCALE));
    }
}
