package io.terge.methods.spherical;

import io.terge.spi.method.Access;
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
 * The direction of the mean of the models' directions, with the mean of their norms, parameter by
 * parameter. The published formula goes on from the mean direction by the mean of the tangents
 * there, but that is always zero.
 *
 * @since 0.1
 */
public final class MultiSlerp implements MergeMethod {

    private static final String NORMALIZE_WEIGHTS = "normalize_weights";
    private static final String EPS = "eps";
    private static final double CANCELLED = 1e-12;

    public MultiSlerp() {}

    @Override
    public String name() {
        return "multislerp";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Mean direction and mean norm of the models or task vectors")
                .reference("goddard.blog/posts/multislerp-wow-what-a-cool-idea")
                .formula(
                        """
                        u[i] = x[i] / (|x[i]| + eps), m = w[0] u[0] + w[1] u[1] + ...
                        out = (w[0] |x[0]| + w[1] |x[1]| + ...) m / |m|
                        If a base is given: d[i] for x[i], and b added
                        |m| < eps: out = w[0] x[0] + w[1] x[1] + ...\
                        """)
                .advice(
                        "Like slerp, for any number of models. For the exact mean on the sphere,"
                            + " see karcher; for nearly parallel models, all of these are close to"
                            + " the average.")
                .example("--weights 0.5,0.3,0.2")
                .absoluteWeights()
                .inputs(1, Integer.MAX_VALUE)
                .option(
                        MethodOption.flag(
                                        NORMALIZE_WEIGHTS,
                                        "whether weights are divided by their sum")
                                .orElse(true))
                .option(
                        MethodOption.number(EPS, "length below which a vector counts as zero")
                                .between(0, 1)
                                .orElse(1e-8))
                .access(Access.once().withBaseIfStated().passes(2));
    }

    @Override
    public List<String> faults(MethodOptions options, List<MergeInput> inputs) {
        double[] weights = inputs.stream().mapToDouble(MergeInput::weight).toArray();
        double size = Arrays.stream(weights).map(Math::abs).sum();
        return options.flag(NORMALIZE_WEIGHTS)
                        && inputs.size() > 1
                        && Math.abs(Arrays.stream(weights).sum()) <= CANCELLED * size
                ? List.of(
                        "the weights sum to 0 and cannot be normalised; change them, or set"
                                + " normalize_weights=false")
                : List.of();
    }

    @Override
    public Output merge(ParameterMerge merge) {
        double[] weights = merge.weights();
        if (weights.length == 1) {
            return Vectors.combination(merge.hasBase(), 1);
        }
        if (merge.options().flag(NORMALIZE_WEIGHTS)) {
            double sum = Arrays.stream(weights).sum();
            weights = Arrays.stream(weights).map(weight -> weight / sum).toArray();
        }
        double[][] gram = merge.hasBase() ? merge.taskVectorGram() : merge.gram();
        double eps = merge.options().number(EPS);
        double[] coefficients = new double[weights.length];
        double norm = 0;
        for (int i = 0; i < weights.length; i++) {
            double own = Math.sqrt(gram[i][i]);
            coefficients[i] = own + eps == 0 ? 0 : weights[i] / (own + eps);
            norm += weights[i] * own;
        }
        double length = Gram.norm(gram, coefficients);
        if (!Double.isFinite(length) || !Double.isFinite(norm)) {
            merge.note("a norm is not finite: used the weighted sum");
            return Vectors.combination(merge.hasBase(), weights);
        }
        if (length < eps || length == 0) {
            merge.note("the directions cancel out or are zero: used the weighted sum");
            return Vectors.combination(merge.hasBase(), weights);
        }
        for (int i = 0; i < weights.length; i++) {
            coefficients[i] *= norm / length;
        }
        return Vectors.combination(merge.hasBase(), coefficients);
    }
}
