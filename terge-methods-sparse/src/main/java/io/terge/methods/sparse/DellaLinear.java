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
 * Drops small elements of task vectors more often than large ones, and adds the others.
 *
 * @since 0.1
 */
public final class DellaLinear extends SparseMethod {

    public DellaLinear() {
        super(
                "della_linear",
                MethodDescription.of(
                                "Drops small elements of task vectors more often than large ones,"
                                        + " and adds the others")
                        .reference("arXiv 2406.11617")
                        .formula(
                                """
                                t[i] = as in della
                                out = b + lambda (w[0] t[0] + w[1] t[1] + ...)\
                                """)
                        .advice("Like dare_linear, but large changes are kept more often.")
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
                false,
                false,
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
