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
 * The mean of the models without the smallest and largest values, element by element.
 *
 * @since 0.1
 */
public final class TrimmedMean implements MergeMethod {

    private static final String TRIM = "trim";
    // Just below one half, so that at least one value is left.
    private static final double MOST = 0.499999;

    public TrimmedMean() {}

    @Override
    public String name() {
        return "trimmed_mean";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Weighted mean without the smallest and the largest values")
                .reference("arXiv 1803.01498")
                .formula(
                        """
                        k = floor(trim n) for n models
                        out = the weighted mean of the values of each element without
                        the k smallest and the k largest\
                        """)
                .advice(
                        "Between the mean (trim=0) and the median: use it with many models of which"
                                + " a few may be outliers.")
                .example("--option trim=0.25")
                .option(
                        MethodOption.number(TRIM, "fraction of the models to leave out at each end")
                                .between(0, MOST)
                                .orElse(0.25));
    }

    @Override
    public List<String> faults(MethodOptions options, List<MergeInput> inputs) {
        return SortedInputs.faults(inputs);
    }

    @Override
    public Output merge(ParameterMerge merge) {
        double[] weights = merge.weights();
        int trimmed = (int) Math.floor(merge.options().number(TRIM) * weights.length);
        if (trimmed == 0) {
            return Output.linear(weights);
        }
        return Output.blocks(
                SortedRows.areEqual(weights)
                        ? new SortedRows(weights.length, trimmed)
                        : new SortedInputs(
                                weights, (values, shares) -> mean(values, shares, trimmed)));
    }

    private static double mean(double[] values, double[] weights, int trimmed) {
        double sum = 0;
        double weight = 0;
        double plain = 0;
        int end = values.length - trimmed;
        for (int i = trimmed; i < end; i++) {
            sum += weights[i] * values[i];
            weight += weights[i];
            plain += values[i];
        }
        return weight == 0 ? plain / (end - trimmed) : sum / weight;
    }
}
