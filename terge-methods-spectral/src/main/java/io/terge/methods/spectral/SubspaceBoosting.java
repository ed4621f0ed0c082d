package io.terge.methods.spectral;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

/**
 * Subspace boosting: the sum of the task vectors with small singular values raised to the one at
 * which the sum of the largest reaches a fraction of all.
 *
 * @since 0.1
 */
public final class SubspaceBoosting implements MergeMethod {

    public SubspaceBoosting() {}

    @Override
    public String name() {
        return "subspace_boosting";
    }

    @Override
    public MethodDescription describe() {
        return SpectralDescription.of(
                        "Sum of task vectors with small singular values raised",
                        "Use it to merge many models of one base, whose sum has few large singular"
                                + " values. With the default beta nearly all singular values are"
                                + " raised to one value, so choose a lambda below 1.",
                        5)
                .reference("arXiv 2506.16506")
                .absoluteWeights()
                .option(
                        MethodOption.number(
                                        "beta",
                                        "fraction of the sum of singular values that the largest"
                                                + " ones must reach; all others are raised to the"
                                                + " smallest of these")
                                .between(0, 1)
                                .orElse(0.01))
                .formula(
                        """
                        matrices: U * diag(s) * V' = SVD(sum of w[i] * d[i])
                                  k = smallest with s[1] + ... + s[k] >= beta * sum(s)
                                  b + lambda * U * diag(max(s, s[k])) * V'
                        others:   b + lambda * mean of w[i] * d[i]\
                        """)
                .example("--option beta=0.01 --option lambda=0.3");
    }

    @Override
    public Output merge(ParameterMerge merge) {
        return TaskVectors.merge(merge, SubspaceBoosting::boosted, TaskVectors::mean);
    }

    private static double[] boosted(TaskVectors vectors) {
        double beta = vectors.option("beta");
        return SumSpectrum.raised(
                vectors, svd -> svd.sigma()[svd.reaching(beta * svd.nuclearNorm()) - 1]);
    }
}
