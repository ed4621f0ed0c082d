package io.terge.methods.sparse;

import io.terge.methods.sparse.part.BernoulliDrop;
import io.terge.methods.sparse.part.Sparsifier;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.ParameterMerge;

/**
 * Drops elements of task vectors at random, rescales the others and adds them.
 *
 * @since 0.1
 */
public final class DareLinear extends SparseMethod {

    public DareLinear() {
        super(
                "dare_linear",
                MethodDescription.of(
                                "Drops elements of task vectors at random, rescales the others and"
                                        + " adds them")
                        .reference("arXiv 2311.03099")
                        .formula(
                                """
                                t[i] = each element of d[i] with probability density[i], divided by it, else 0
                                out = b + lambda (w[0] t[0] + w[1] t[1] + ...)\
                                """)
                        .advice(
                                "Use it for fine-tuned models whose task vectors are small. Its"
                                        + " mean over many seeds is task arithmetic.")
                        .example("--option density=0.5 --seed 1")
                        .option(SparseOptions.density()),
                false,
                false,
                false);
    }

    @Override
    protected Sparsifier sparsifier(ParameterMerge merge, boolean rescales) {
        return new BernoulliDrop(
                Draws.of(merge), SparseOptions.perInput(merge, SparseOptions.DENSITY), rescales);
    }
}
