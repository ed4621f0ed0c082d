package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Cut;
import io.terge.methods.sparse.part.Measure;
import io.terge.methods.sparse.part.Selection;
import io.terge.methods.sparse.part.Selection.Sought;
import io.terge.methods.sparse.part.Vectors;
import io.terge.spi.method.Block;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Parameter competition balancing: scores each element of each task vector by its size and by its
 * agreement with the others, drops low scores, and averages the rest by score. The equations are
 * those of the paper (arXiv 2410.02396); its authors' program has an exponential and a hyperbolic
 * tangent in place of the softmaxes.
 *
 * @since 0.1
 */
public final class Pcb implements MergeMethod {

    private static final double DENSITY = 0.2;

    public Pcb() {}

    @Override
    public String name() {
        return "pcb";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of(
                        "Averages task vectors by scores of their elements: their size, and their"
                                + " agreement with other models")
                .reference("arXiv 2410.02396")
                .formula(
                        """
                        p[i,j] = d[i] d[j], scaled so that its elements range from 0 to 1
                        c[i] = softmax(N p[i,i]) (softmax(p[i,0]) + softmax(p[i,1]) + ...)
                               for N models; softmax over all n elements of the tensor
                        k[i] = the floor(density[i] n) largest elements of c[i], else 0
                        out = b + lambda (w[0] k[0] d[0] + w[1] k[1] d[1] + ...) / (k[0] + k[1] + ...);
                              b where all k[i] are 0\
                        """)
                .advice(
                        "Use it for several tuned models whose strongest changes interfere. The"
                            + " paper takes the scores over the whole model, terge over each"
                            + " tensor. It computes an exponential for each pair of models, so it"
                            + " is slow for many. Compare it with averaging and task arithmetic,"
                            + " which are the reliable starting points (arXiv 2511.21437).")
                .example("--option density=0.1 --option lambda=1.2")
                .absoluteWeights()
                .option(SparseOptions.density().orElse(DENSITY))
                .option(
                        MethodOption.number(
                                        SparseOptions.LAMBDA, "scale of what is added to the base")
                                .orElse(1))
                .withBase()
                .passes(Selection.PASSES + 3);
    }

    @Override
    public Output merge(ParameterMerge merge) {
        int models = merge.inputs().size();
        Competition competition = Competition.of(merge);
        List<Double> densities = SparseOptions.perInput(merge, SparseOptions.DENSITY);
        long elements = merge.shape().elements();
        List<Sought> sought =
                IntStream.range(0, models)
                        .mapToObj(i -> new Sought(i, Selection.count(densities.get(i), elements)))
                        .toList();
        List<Cut> cuts = Selection.of(Vectors.of(merge, models, competition), sought);
        double[] weights = merge.weights();
        double lambda = merge.options().number(SparseOptions.LAMBDA);
        return Output.blocks(block -> add(block, competition, cuts, weights, lambda));
    }

    private static void add(
            Block block, Competition competition, List<Cut> cuts, double[] weights, double lambda) {
        int length = block.length();
        double[][] vectors = Measure.taskVectors(weights.length).of(block);
        double[][] scores = competition.of(vectors, length);
        double[] sums = new double[length];
        double[] shares = new double[length];
        for (int i = 0; i < weights.length; i++) {
            Cut cut = cuts.get(i);
            for (int e = 0; e < length; e++) {
                if (cut.keeps(scores[i][e], block.start() + e)) {
                    sums[e] += weights[i] * scores[i][e] * vectors[i][e];
                    shares[e] += scores[i][e];
                }
            }
        }
        double[] base = block.base();
        double[] output = block.output();
        for (int e = 0; e < length; e++) {
            double mix = shares[e] == 0 ? 0 : lambda * (sums[e] / shares[e]);
            output[e] = mix == 0 ? base[e] : base[e] + mix;
        }
    }
}
