package io.terge.methods.arithmetic;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

/**
 * ExPO: goes on from the base beyond a tuned model.
 *
 * @since 0.1
 */
public final class Extrapolation implements MergeMethod {

    private static final String ALPHA = "alpha";

    public Extrapolation() {}

    @Override
    public String name() {
        return "expo";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Extrapolates from the base beyond a fine-tuned model")
                .reference("arXiv 2404.16792")
                .formula("out = b + (1 + alpha) d[0]")
                .advice(
                        "Strengthens what a model has learned since the base, such as preference"
                            + " tuning after supervised fine-tuning. Try values of alpha from 0.1"
                            + " to 0.5 and evaluate each result; larger values soon do harm.")
                .example("--option alpha=0.3")
                .ignoresWeights()
                .inputs(1, 1)
                .option(
                        MethodOption.number(
                                        ALPHA,
                                        "how far beyond the model, as a fraction of its distance"
                                                + " from the base")
                                .orElse(0.3))
                .withBase();
    }

    @Override
    public Output merge(ParameterMerge merge) {
        return Output.taskVectors(1 + merge.options().number(ALPHA));
    }
}
