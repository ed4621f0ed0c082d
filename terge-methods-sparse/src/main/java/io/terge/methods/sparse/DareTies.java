package io.terge.methods.sparse;

import io.terge.methods.sparse.part.BernoulliDrop;
import io.terge.methods.sparse.part.Sparsifier;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.ParameterMerge;

/**
 * Drops elements of task vectors at random, rescales the others, elects signs and adds what agrees.
 *
 * @since 0.1
 */
public final class DareTies extends SparseMethod {

    public DareTies() {
        super(
                "dare_ties",
                MethodDescription.of(
                                "Drops elements of task vectors at random, rescales the others,"
                                        + " elects signs and adds what agrees")
                        .reference("arXiv 2311.03099 and 2306.01708")
                        .formula(
                                """
                                t[i] = as in dare_linear
                                s = the sign of w[0] t[0] + w[1] t[1] + ...; + if that is 0
                                out = b + lambda (the sum of w[i] t[i] of sign s)\
                                """)
                        .advice("Like dare_linear, for models that interfere with each other.")
                        .example("--option density=0.5 --seed 1")
                        .option(SparseOptions.density()),
                false,
                true,
                false);
    }

    @Override
    protected Sparsifier sparsifier(ParameterMerge merge, boolean rescales) {
        return new BernoulliDrop(
                Draws.of(merge), SparseOptions.perInput(merge, SparseOptions.DENSITY), rescales);
    }
}
