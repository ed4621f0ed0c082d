package io.terge.methods.spherical;

import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

import java.util.List;

/**
 * The Karcher mean on the sphere with the mean of the models' norms, parameter by parameter. All
 * points on the way are linear combinations of the models, so that their inner products, gathered
 * once, are all that the iterations need.
 *
 * @since 0.1
 */
public final class Karcher implements MergeMethod {

    private static final String MAX_ITER = "max_iter";
    private static final String TOL = "tol";

    public Karcher() {}

    @Override
    public String name() {
        return "karcher";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Mean on the sphere, with the mean norm of the models")
                .reference("arXiv 2603.04972")
                .formula(
                        """
                        u[i] = x[i] / |x[i]|, a[i] = the angle between y and u[i]
                        y = the point of the sphere where the weighted tangents cancel out:
                        w[0] a[0] / sin(a[0]) (u[0] - cos(a[0]) y) + ... = 0
                        out = (w[0] |x[0]| + w[1] |x[1]| + ...) y\
                        """)
                .advice(
                        "The generalisation of slerp to any number of models. Fine-tuned models of"
                            + " one base are nearly parallel: the result is close to their average,"
                            + " which is the simpler starting point (arXiv 2511.21437).")
                .example("--option max_iter=20")
                .option(
                        MethodOption.whole(MAX_ITER, "maximum number of iterations")
                                .between(0, Integer.MAX_VALUE)
                                .orElse(10))
                .option(
                        MethodOption.number(
                                        TOL, "length of the mean tangent at which iteration stops")
                                .between(0, 1)
                                .orElse(1e-5))
                .passes(2);
    }

    @Override
    public List<String> faults(MethodOptions options, List<MergeInput> inputs) {
        return inputs.stream()
                .filter(input -> input.weight() < 0)
                .map(
                        input ->
                                "weights must not be negative, but that of model %d is %s"
                                        .formatted(input.model(), input.weight()))
                .toList();
    }

    @Override
    public Output merge(ParameterMerge merge) {
        double[] weights = merge.weights();
        double[][] gram = merge.gram();
        double[] norms = new double[weights.length];
        double mean = 0;
        for (int i = 0; i < norms.length; i++) {
            norms[i] = Math.sqrt(gram[i][i]);
            mean += weights[i] * norms[i];
        }
        if (!Double.isFinite(mean)) {
            merge.note("a norm is not finite: used the weighted mean");
            return Output.linear(weights);
        }
        if (mean == 0) {
            return Output.linear(weights);
        }
        SphereMean sphere = new SphereMean(gram, norms, weights);
        if (sphere.cancelsOut()) {
            merge.note("the directions cancel out: used the weighted mean");
            return Output.linear(weights);
        }
        double[] direction =
                sphere.find(merge.options().whole(MAX_ITER), merge.options().number(TOL));
        double[] coefficients = new double[weights.length];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = norms[i] == 0 ? 0 : mean * direction[i] / norms[i];
        }
        return Output.linear(coefficients);
    }
}
