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
 * The exponential moving average of checkpoints of one training run, oldest first.
 *
 * @since 0.1
 */
public final class MovingAverage implements MergeMethod {

    private static final String DECAY = "decay";

    public MovingAverage() {}

    @Override
    public String name() {
        return "ema";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Exponential moving average of checkpoints, oldest first")
                .reference("arXiv 2505.12082")
                .formula(
                        """
                        e[0] = x[0], e[k] = decay e[k-1] + (1 - decay) x[k], out = e[last]
                        The coefficients are multiplied by the weights and normalised.\
                        """)
                .advice(
                        "Merges checkpoints of one training run in the order of the request. With"
                                + " few checkpoints, use a decay below 0.9; otherwise the oldest"
                                + " outweighs the others.")
                .example("--option decay=0.8")
                .option(
                        MethodOption.number(
                                        DECAY,
                                        "fraction of the average that is kept at each checkpoint")
                                .between(0, 1)
                                .orElse(0.8));
    }

    @Override
    public List<String> faults(MethodOptions options, List<MergeInput> inputs) {
        double[] weights = inputs.stream().mapToDouble(MergeInput::weight).toArray();
        return sum(coefficients(weights, options.number(DECAY))) == 0
                ? List.of("the weighted coefficients of the checkpoints sum to 0")
                : List.of();
    }

    @Override
    public Output merge(ParameterMerge merge) {
        return Output.linear(
                Shares.of(coefficients(merge.weights(), merge.options().number(DECAY))));
    }

    private static double[] coefficients(double[] weights, double decay) {
        double[] coefficients = new double[weights.length];
        double kept = 1;
        for (int k = weights.length - 1; k >= 0; k--) {
            coefficients[k] = weights[k] * (k == 0 ? kept : kept * (1 - decay));
            kept *= decay;
        }
        return coefficients;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
