package io.terge.methods.spectral;

import io.terge.spi.method.Matrix;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

import java.util.Arrays;

/**
 * Isotropic merging in common and task-specific subspaces: the largest singular directions of the
 * sum of the task vectors and of what it leaves of each of them, all with the same singular value.
 *
 * @since 0.1
 */
public final class IsoCts implements MergeMethod {

    public IsoCts() {}

    @Override
    public String name() {
        return "iso_cts";
    }

    @Override
    public MethodDescription describe() {
        return SpectralDescription.of(
                        "Common and task-specific singular directions, all with the same value",
                        "Use it instead of iso_c to merge many models. Tune lambda on validation"
                                + " data.",
                        6)
                .reference("arXiv 2502.04959")
                .absoluteWeights()
                .option(
                        MethodOption.number(
                                        "common",
                                        "fraction of the directions that come from the sum; the"
                                                + " models contribute the others in equal numbers")
                                .between(0, 1)
                                .orElse(0.8))
                .formula(
                        """
                        matrices: r = min(rows, columns), t = round((r - floor(common * r)) / N), c = r - N * t
                                  U[0] * diag(s[0]) * V[0]' = SVD(sum of w[i] * d[i]), the first c of them
                                  U[i] * diag(s[i]) * V[i]' = SVD(w[i] * d[i] - U[0] * U[0]' * w[i] * d[i]), the first t
                                  U, s, V = those of all i; orth(X) = P * Q', where P * diag(z) * Q' = SVD(X)
                                  b + lambda * sum(s) / r * orth(U) * orth(V)'
                        others:   b + lambda * mean of w[i] * d[i]\
                        """)
                .example("--option common=0.8");
    }

    @Override
    public Output merge(ParameterMerge merge) {
        return TaskVectors.merge(merge, IsoCts::isotropic, TaskVectors::mean);
    }

    private static double[] isotropic(TaskVectors vectors) {
        int models = vectors.count();
        int all = vectors.smaller();
        int each = specific(all, models, vectors.option("common"));
        int common = all - models * each;
        Directions directions = new Directions(vectors.rows(), vectors.columns(), all);
        Svd sum = Svd.of(vectors.sum());
        directions.add(sum, common, sum.rank());
        int shared = directions.count();
        for (int i = 0; i < models && each > 0; i++) {
            Matrix rest = vectors.get(i);
            double norm = norm(rest);
            directions.projectOut(shared, rest);
            Svd svd = Svd.of(rest);
            directions.add(svd, each, svd.rankWithin(norm));
        }
        double[] sigma = directions.sigma();
        Arrays.fill(sigma, Arrays.stream(sigma).sum() / all);
        return directions.orthogonalSum(sigma);
    }

    /** The number of directions of each model: half of one is rounded to even, as published. */
    private static int specific(int all, int models, double common) {
        double each = Math.rint((all - Math.floor(all * common)) / models);
        return (int) Math.min(each, all / models);
    }

    private static double norm(Matrix matrix) {
        double squares = 0;
        for (double value : matrix.values()) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }
}
