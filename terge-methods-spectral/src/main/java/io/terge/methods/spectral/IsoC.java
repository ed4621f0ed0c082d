package io.terge.methods.spectral;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

/**
 * Isotropic merging in the common subspace: the sum of the task vectors with all singular values
 * set to their mean.
 *
 * @since 0.1
 */
public final class IsoC implements MergeMethod {

    public IsoC() {}

    @Override
    public String name() {
        return "iso_c";
    }

    @Override
    public MethodDescription describe() {
        return SpectralDescription.of(
                        "Sum of task vectors with all singular values set to their mean",
                        "Use it to merge several models of one base for different tasks, when a few"
                                + " directions dominate the sum. Tune lambda on validation data.",
                        5)
                .reference("arXiv 2502.04959")
                .absoluteWeights()
                .formula(
                        """
                        matrices: U * diag(s) * V' = SVD(sum of w[i] * d[i])
                                  b + lambda * mean(s) * U * V'
                        others:   b + lambda * mean of w[i] * d[i]\
                        """)
                .example("--option lambda=1.2");
    }

    @Override
    public Output merge(ParameterMerge merge) {
        return TaskVectors.merge(merge, IsoC::isotropic, TaskVectors::mean);
    }

    private static double[] isotropic(TaskVectors vectors) {
        return SumSpectrum.flat(vectors, svd -> svd.nuclearNorm() / vectors.smaller());
    }
}
