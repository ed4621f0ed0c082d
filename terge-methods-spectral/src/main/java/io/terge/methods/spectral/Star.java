package io.terge.methods.spectral;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

import java.util.Arrays;

/**
 * Spectral truncation and rescale: the mean of task vectors without their small singular values,
 * each scaled back to its nuclear norm.
 *
 * @since 0.1
 */
public final class Star implements MergeMethod {

    public Star() {}

    @Override
    public String name() {
        return "star";
    }

    @Override
    public MethodDescription describe() {
        return SpectralDescription.of(
                        "Mean of task vectors without their small singular values, rescaled",
                        "Use it to merge several models of one base whose small changes interfere"
                            + " with each other. The paper gives eta as a percentage: its 40 is 0.4"
                            + " here.",
                        4)
                .reference("arXiv 2502.10339")
                .option(
                        MethodOption.number(
                                        "eta",
                                        "fraction of the sum of singular values to keep, for each"
                                                + " model")
                                .between(0, 1)
                                .orElse(0.4))
                .formula(
                        """
                        matrices: U * diag(s) * V' = SVD(d[i])
                                  k = smallest with s[1] + ... + s[k] >= eta * sum(s)
                                  t[i] = sum(s) / (s[1] + ... + s[k]) * U[1..k] * diag(s[1..k]) * V[1..k]'
                                  b + lambda * sum of w[i] * t[i]
                        others:   b + lambda * sum of w[i] * d[i]\
                        """)
                .example("--option eta=0.4");
    }

    @Override
    public Output merge(ParameterMerge merge) {
        return TaskVectors.merge(merge, Star::truncated, vectors -> vectors.sum().values());
    }

    // The weights are in the task vectors already: all of the formula scales with them.
    private static double[] truncated(TaskVectors vectors) {
        double eta = vectors.option("eta");
        double[] update = new double[vectors.rows() * vectors.columns()];
        for (int i = 0; i < vectors.count(); i++) {
            Svd svd = Svd.of(vectors.get(i));
            double norm = svd.nuclearNorm();
            double[] kept = Arrays.copyOf(svd.sigma(), svd.reaching(eta * norm));
            double keptNorm = Arrays.stream(kept).sum();
            if (keptNorm > 0) {
                for (int k = 0; k < kept.length; k++) {
                    kept[k] *= norm / keptNorm;
                }
                Rows.addOuter(update, svd.left(), svd.right(), kept);
            }
        }
        return update;
    }
}
