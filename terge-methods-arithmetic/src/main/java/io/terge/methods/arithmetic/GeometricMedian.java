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
 * The point with the smallest sum of distances to the models, parameter by parameter. The point is
 * a mean of the models, so all iterations need the distances between models only.
 *
 * @since 0.1
 */
public final class GeometricMedian implements MergeMethod {

    private static final String MAX_ITER = "max_iter";
    private static final String TOL = "tol";
    // Below this fraction of the largest distance, a point counts as a model itself.
    private static final double NEAR = 1e-9;

    public GeometricMedian() {}

    @Override
    public String name() {
        return "geometric_median";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Point with the smallest weighted sum of distances to models")
                .reference("arXiv 1912.13445")
                .formula(
                        """
                        out = the y with the least w[0] |y - x[0]| + w[1] |y - x[1]| + ...
                        by Weiszfeld's iteration: y = mean of x[i] with weights w[i] / |y - x[i]|,
                        where |.| is the norm over the whole parameter\
                        """)
                .advice(
                        "A mean that is robust against outliers: use it with three models or more,"
                                + " one of which may be far from the others.")
                .example("--option max_iter=100")
                .option(
                        MethodOption.whole(MAX_ITER, "maximum number of iterations")
                                .between(1, Integer.MAX_VALUE)
                                .orElse(100))
                .option(
                        MethodOption.number(
                                        TOL, "change of the coefficients at which iteration stops")
                                .between(0, 1)
                                .orElse(1e-8))
                .passes(2);
    }

    @Override
    public List<String> faults(MethodOptions options, List<MergeInput> inputs) {
        return SortedInputs.faults(inputs);
    }

    @Override
    public Output merge(ParameterMerge merge) {
        double[] weights = merge.weights();
        double[] squared = merge.reduce(new PairwiseDistances(weights.length));
        double largest = Arrays.stream(squared).max().orElse(0);
        if (!Double.isFinite(largest)) {
            merge.note("distances are not finite: used the weighted mean");
            return Output.linear(weights);
        }
        if (largest == 0) {
            return Output.linear(weights);
        }
        double[] now = weights.clone();
        double tolerance = merge.options().number(TOL);
        for (int i = merge.options().whole(MAX_ITER); i > 0; i--) {
            double[] next = next(now, weights, squared, NEAR * Math.sqrt(largest));
            double change = change(now, next);
            now = next;
            if (change <= tolerance) {
                break;
            }
        }
        return Output.linear(now);
    }

    /** One iteration: weights divided by the distances from the mean so far. */
    private static double[] next(double[] now, double[] weights, double[] squared, double near) {
        int count = now.length;
        double[] toEach = new double[count];
        double within = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                toEach[i] += now[j] * squared[i * count + j];
            }
            within += now[i] * toEach[i] / 2;
        }
        double[] next = new double[count];
        for (int i = 0; i < count; i++) {
            double distance = Math.sqrt(Math.max(0, toEach[i] - within));
            next[i] = weights[i] / Math.max(near, distance);
        }
        return Shares.of(next);
    }

    private static double change(double[] before, double[] after) {
        double change = 0;
        for (int i = 0; i < before.length; i++) {
            change = Math.max(change, Math.abs(after[i] - before[i]));
        }
        return change;
    }
}
