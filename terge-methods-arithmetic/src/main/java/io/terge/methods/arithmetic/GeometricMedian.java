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
 * a mean of the models, so the search for it needs the distances between models only.
 *
 * @since 0.1
 */
public final class GeometricMedian implements MergeMethod {

    private static final String MAX_ITER = "max_iter";
    private static final String TOL = "tol";
    // Models this close, as a fraction of the largest distance, differ by too little for distances
    // to tell the angles between them and others.
    private static final double NEAR = 1e-4;

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
                        where |.| is the norm over the whole parameter; found by Newton's method.
                        Where several y have the least sum, the mean of the x[i] that have it\
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
                                        TOL,
                                        "length of a step at which iteration stops, as a fraction"
                                                + " of the distance to the nearest model")
                                .between(0, 1)
                                .orElse(1e-12))
                .passes(3);
    }

    @Override
    public List<String> faults(MethodOptions options, List<MergeInput> inputs) {
        return SortedInputs.faults(inputs);
    }

    @Override
    public Output merge(ParameterMerge merge) {
        double[] weights = merge.weights();
        PairwiseDistances pairwise = new PairwiseDistances(weights.length);
        DistinctModels models =
                DistinctModels.of(weights, pairwise.distances(merge.reduce(pairwise)));
        if (!Double.isFinite(models.largest())) {
            merge.note("distances are not finite: used the weighted mean");
            return Output.linear(weights);
        }
        double[] found = coefficients(merge, models);
        double[] coefficients = new double[weights.length];
        for (int i = 0; i < found.length; i++) {
            coefficients[models.models().get(i)] = found[i];
        }
        return Output.linear(coefficients);
    }

    private static double[] coefficients(ParameterMerge merge, DistinctModels models) {
        List<Integer> central = models.central();
        List<MedianSearch> searches = searches(merge, models, central);
        double[] least = new double[models.weights().length];
        for (int i = 0; i < central.size(); i++) {
            least[central.get(i)] = searches.get(i).isLeast(central.get(i)) ? 1 : 0;
        }
        if (Arrays.stream(least).sum() > 0) {
            return Shares.of(least);
        }
        int steps = merge.options().whole(MAX_ITER);
        MedianSearch.Found found =
                searches.getFirst().from(central.getFirst(), steps, merge.options().number(TOL));
        if (!found.isExact()) {
            merge.note(
                    "stopped after max_iter=%d iterations, before tol was reached"
                            .formatted(steps));
        }
        return found.coefficients();
    }

    /** One search for each central model, which is the origin. */
    private static List<MedianSearch> searches(
            ParameterMerge merge, DistinctModels models, List<Integer> central) {
        List<double[][]> products;
        if (models.least() > NEAR) {
            products = central.stream().map(models::products).toList();
        } else {
            products =
                    List.of(
                            merge.reduce(
                                    new ProductsFromOrigins(
                                            models.models(),
                                            central,
                                            Math.scalb(1.0, -Math.getExponent(models.largest())))));
        }
        return products.stream()
                .map(each -> new MedianSearch(Placement.of(each), models.weights()))
                .toList();
    }
}
