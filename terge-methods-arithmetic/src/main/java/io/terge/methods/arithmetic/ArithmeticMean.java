package io.terge.methods.arithmetic;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

/**
 * The weighted mean of the models, element by element.
 *
 * @since 0.1
 */
public final class ArithmeticMean implements MergeMethod {

    public ArithmeticMean() {}

    @Override
    public String name() {
        return "arithmetic";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Weighted mean of the models, element by element")
                .reference("arXiv 2203.05482")
                .formula("out = w[0] x[0] + w[1] x[1] + ...")
                .advice(
                        "The place to start: it is fast, has nothing to tune but the weights, and"
                                + " few methods do reliably better (arXiv 2511.21437).")
                .example("--weights 2,1");
    }

    @Override
    public Output merge(ParameterMerge merge) {
        return Output.linear(merge.weights());
    }
}
