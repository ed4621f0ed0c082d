package io.terge.methods.arithmetic;

import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

import java.util.List;

/**
 * The weighted sum of the models, whose weights may be used as they are.
 *
 * @since 0.1
 */
public final class LinearCombination implements MergeMethod {

    private static final String NORMALIZE = "normalize";

    public LinearCombination() {}

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Weighted sum of the models, by default their weighted mean")
                .reference("arXiv 2203.05482")
                .formula(
                        """
                        out = (w[0] x[0] + w[1] x[1] + ...) / (w[0] + w[1] + ...)
                        normalize=false: out = w[0] x[0] + w[1] x[1] + ...\
                        """)
                .advice(
                        "A reliable starting point: averages of fine-tuned models often beat"
                            + " elaborate methods (arXiv 2511.21437). Use normalize=false only if"
                            + " the weights are meant to scale the result.")
                .example("--weights 0.3,0.7")
                .absoluteWeights()
                .inputs(1, Integer.MAX_VALUE)
                .option(
                        MethodOption.flag(NORMALIZE, "whether weights are divided by their sum")
                                .orElse(true));
    }

    @Override
    public List<String> faults(MethodOptions options, List<MergeInput> inputs) {
        return options.flag(NORMALIZE) ? Shares.faults(inputs) : List.of();
    }

    @Override
    public Output merge(ParameterMerge merge) {
        double[] weights = merge.weights();
        return Output.linear(merge.options().flag(NORMALIZE) ? Shares.of(weights) : weights);
    }
}
