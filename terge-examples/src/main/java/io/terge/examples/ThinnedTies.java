package io.terge.examples;

import io.terge.methods.sparse.part.BernoulliDrop;
import io.terge.methods.sparse.part.Combination;
import io.terge.methods.sparse.part.Consensus;
import io.terge.methods.sparse.part.Selection;
import io.terge.methods.sparse.part.Selection.Sought;
import io.terge.methods.sparse.part.SparseBlock;
import io.terge.methods.sparse.part.Sparsifier;
import io.terge.methods.sparse.part.Trim;
import io.terge.methods.sparse.part.Vectors;
import io.terge.spi.method.Access;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.spi.method.RandomNumbers;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A method made of the parts of the sparse ones: task vectors are trimmed as in TIES (arXiv
 * 2306.01708), thinned at random as in DARE (arXiv 2311.03099), and each has one vote.
 */
public final class ThinnedTies implements MergeMethod {

    @Override
    public String name() {
        return "thinned-ties";
    }

    // tag::readme
    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Trims task vectors, thins them at random, and lets them vote.")
                .option(
                        MethodOption.number("density", "fraction of each task vector to keep")
                                .between(0, 1)
                                .orElse(0.5))
                .option(
                        MethodOption.number("keep", "probability with which the rest is kept")
                                .between(0, 1)
                                .orElse(0.9))
                .withRandomNumbers()
                .access(Access.once().withBase().passes(Selection.PASSES + 1));
    }

    @Override
    public Output merge(ParameterMerge merge) {
        int models = merge.inputs().size();
        double density = merge.options().number("density");
        Vectors vectors = Vectors.of(merge);
        List<Sought> largest =
                IntStream.range(0, models)
                        .mapToObj(i -> sought(i, vectors.sizes().get(i), density))
                        .toList();
        Sparsifier trim = Trim.byMagnitude(Selection.of(vectors, largest));
        List<RandomNumbers> random = IntStream.range(0, models).mapToObj(merge::random).toList();
        List<Double> keep = Collections.nCopies(models, merge.options().number("keep"));
        Sparsifier thin = new BernoulliDrop(random, keep, true);
        Combination vote = new Combination(Consensus.COUNT, true, 1);
        return Output.blocks(new SparseBlock(trim.then(thin), vote, merge.weights()));
    }

    private static Sought sought(int vector, long size, double density) {
        return new Sought(vector, Selection.count(density, size));
    }
    // end::readme
}
