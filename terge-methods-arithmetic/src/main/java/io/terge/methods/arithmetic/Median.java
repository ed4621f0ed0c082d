package io.terge.methods.arithmetic;

import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

import java.util.List;

/**
 * The median of the models, element by element.
 *
 * @since 0.1
 */
public final class Median implements MergeMethod {

    // Equal weights of, say, seven models do not sum to exactly one half where they should.
    private static final double HALF = 0.5 - 1e-12;

    public Median() {}

    @Override
    public String name() {
        return "median";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Median of the models, element by element")
                .reference("arXiv 1803.01498")
                .formula(
                        """
                        out = the value that half of the weights are below and half above,
                        or the mean of the two values between which that is so\
                        """)
                .advice(
                        "Use it with three models or more, if one of them may be an outlier. Of two"
                                + " models with equal weights it is the mean.")
                .example("--weights 1,1,1");
    }

    @Override
    public List<String> faults(MethodOptions options, List<MergeInput> inputs) {
        return SortedInputs.faults(inputs);
    }

    @Override
    public Output merge(ParameterMerge merge) {
        double[] weights = merge.weights();
        return Output.blocks(
                SortedRows.areEqual(weights)
                        ? new SortedRows(weights.length, (weights.length - 1) / 2)
                        : new SortedInputs(weights, Median::median));
    }

    private static double median(double[] values, double[] weights) {
        double below = 0;
        int at = 0;
        while (at < values.length - 1 && below + weights[at] < HALF) {
            below += weights[at++];
        }
        boolean isBetween = Math.abs(below + weights[at] - 0.5) <= 0.5 - HALF;
        int next = at + 1;
        while (next < values.length && weights[next] == 0) {
            next++;
        }
        return isBetween && next < values.length
                ? SortedInputs.mean(values[at], values[next])
                : values[at];
    }
}
