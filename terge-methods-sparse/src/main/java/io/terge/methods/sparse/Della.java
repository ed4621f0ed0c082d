package io.terge.methods.sparse;

import io.terge.methods.sparse.part.RankDrop;
import io.terge.methods.sparse.part.Sparsifier;
import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.ParameterMerge;

import java.util.List;

/**
 * Drops small elements of task vectors more often than large ones, elects signs, and averages what
 * agrees.
 *
 * @since 0.1
 */
public final class Della extends SparseMethod {

    public Della() {
        super(
                "della",
                MethodDescription.of(
                                "Drops small elements of task vectors more often than large ones,"
                                        + " elects signs, and averages what agrees")
                        .reference("arXiv 2406.11617")
                        .formula(
                                """
                                p = density[i] - epsilon[i] for the smallest of a row of d[i], growing with the rank
                                    to density[i] + epsilon[i] for the largest
                                t[i] = each element with probability p, divided by it, else 0
                                s = the sign of w[0] t[0] + w[1] t[1] + ...; + if that is 0
                                m = the weighted mean of the t[i] of sign s
                                out = b + lambda m\
                                """)
                        .advice("Like dare_ties, but large changes are kept more often.")
                        .example("--option density=0.5 --option epsilon=0.15 --seed 1")
                        .option(SparseOptions.density())
                        .option(
                                MethodOption.number(
                                                SparseOptions.EPSILON,
                                                "how far the probability of an element differs from"
                                                        + " density at most")
                                        .between(0, 0.5)
                                        .orElse(0.15)
                                        .perModel()),
                true,
                true,
                true);
    }

    @Override
    public List<String> faults(MethodOptions options, List<MergeInput> inputs) {
        return RankFaults.of(inputs);
    }

    @Override
    protected Sparsifier sparsifier(ParameterMerge merge, boolean rescales) {
        return new RankDrop(
                Draws.of(merge),
                SparseOptions.perInput(merge, SparseOptions.DENSITY),
                SparseOptions.perInput(merge, SparseOptions.EPSILON),
                rescales);
    }
}
