package io.terge.methods.spectral;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

/**
 * TSV-Merge: the largest singular directions of each task vector, made orthogonal to those of the
 * others, and added.
 *
 * @since 0.1
 */
public final class TsvM implements MergeMethod {

    public TsvM() {}

    @Override
    public String name() {
        return "tsv_m";
    }

    @Override
    public MethodDescription describe() {
        return SpectralDescription.of(
                        "Sum of the task vectors' largest singular directions, made orthogonal",
                        "Use it to merge models of one base for different tasks that interfere with"
                                + " each other. Each of N models keeps one N-th of its singular"
                                + " values.",
                        6)
                .reference("arXiv 2412.00081")
                .absoluteWeights()
                .formula(
                        """
                        matrices: U[i] * diag(s[i]) * V[i]' = SVD(w[i] * d[i])
                                  U, s, V = the first floor(min(rows, columns) / N) of all U[i], s[i], V[i]
                                  orth(X) = P * Q', where P * diag(z) * Q' = SVD(X)
                                  b + lambda * orth(U) * diag(s) * orth(V)'
                        others:   b + lambda * mean of w[i] * d[i]\
                        """)
                .example("--option lambda=1");
    }

    @Override
    public Output merge(ParameterMerge merge) {
        return TaskVectors.merge(merge, TsvM::orthogonalized, TaskVectors::mean);
    }

    private static double[] orthogonalized(TaskVectors vectors) {
        int each = vectors.smaller() / vectors.count();
        if (each == 0) {
            vectors.note("fewer rows or columns than models: mean of the task vectors");
            return vectors.mean();
        }
        Directions all = new Directions(vectors.rows(), vectors.columns(), each * vectors.count());
        for (int i = 0; i < vectors.count(); i++) {
            Svd svd = Svd.of(vectors.get(i));
            all.add(svd, each, svd.rank());
        }
        return all.orthogonalSum(all.sigma());
    }
}
