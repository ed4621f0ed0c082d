package io.terge.methods.arithmetic;

import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

import java.util.Arrays;
import java.util.List;

/**
 * The base plus the scaled sum of task vectors.
 *
 * @since 0.1
 */
public final class TaskArithmetic implements MergeMethod {

    private static final String LAMBDA = "lambda";
    private static final String NORMALIZE = "normalize";

    public TaskArithmetic() {}

    @Override
    public String name() {
        return "task_arithmetic";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Adds the weighted sum of the task vectors to the base")
                .reference("arXiv 2212.04089")
                .formula(
                        """
                        out = b + lambda (w[0] d[0] + w[1] d[1] + ...)
                        normalize=true: the sum is divided by w[0] + w[1] + ...\
                        """)
                .advice(
                        "Like averaging, a reliable starting point for language models (arXiv"
                                + " 2511.21437): try a lambda or weights from 0.3 to 1. A negative"
                                + " weight removes what a model has learned.")
                .example("--weights 0.6,0.4 --option lambda=0.8")
                .absoluteWeights()
                .option(MethodOption.number(LAMBDA, "scale of the sum of task vectors").orElse(1))
                .option(
                        MethodOption.flag(NORMALIZE, "whether weights are divided by their sum")
                                .orElse(false))
                .withBase();
    }

    @Override
    public List<String> faults(MethodOptions options, List<MergeInput> inputs) {
        return options.flag(NORMALIZE) ? Shares.faults(inputs) : List.of();
    }

    @Override
    public Output merge(ParameterMerge merge) {
        double lambda = merge.options().number(LAMBDA);
        double[] weights = merge.weights();
        double[] shares = merge.options().flag(NORMALIZE) ? Shares.of(weights) : weights;
        return Output.taskVectors(Arrays.stream(shares).map(share -> lambda * share).toArray());
    }
}
