package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Combination;
import io.terge.methods.sparse.part.Consensus;
import io.terge.methods.sparse.part.Cut;
import io.terge.methods.sparse.part.ModelPlaces;
import io.terge.methods.sparse.part.Selection;
import io.terge.methods.sparse.part.Selection.Sought;
import io.terge.methods.sparse.part.Vectors;
import io.terge.spi.method.Access;
import io.terge.spi.method.Block;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.ModelSurvey;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.spi.method.SurveyingMethod;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * SCE: selects the elements of largest variance, computes weights from their squares, and erases
 * what does not agree in sign.
 *
 * @since 0.1
 */
public final class Sce implements SurveyingMethod<VarianceCut> {

    private static final String SELECTED = "select_topk";

    // If the mean squares sum to less, all models count the same.
    private static final double LEAST_SQUARES = 1e-6;

    private static final Combination COMBINATION = new Combination(Consensus.SUM, true, 1);

    public Sce() {}

    @Override
    public String name() {
        return "sce";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of(
                        "Adds the elements that vary most, with weights from the task vectors")
                .ignoresWeights()
                .reference("arXiv 2408.07990")
                .formula(
                        """
                        k = floor(select_topk m), where m elements of the tensor (or, for scope = model,
                            of all parameters) vary between the models
                        t[i] = the k elements of d[i] whose variance between models is largest, else 0
                        v[i] = mean of t[i]^2, divided by the sum of these means over the models;
                               equal for all models if that sum is less than 0.000001
                        s = the sign of t[0] + t[1] + ...; + if that is 0
                        out = b + the mean by v of the t[i] of sign s\
                        """)
                .advice(
                        "Use it for models of different strengths if you have no weights to start"
                                + " from: models that changed more count more. Compare it with"
                                + " averaging and task arithmetic, which are the reliable starting"
                                + " points (arXiv 2511.21437).")
                .example("--option select_topk=0.1")
                .option(
                        MethodOption.number(
                                        SELECTED,
                                        "fraction of the elements that vary to select, the largest"
                                                + " variances first")
                                .between(0, 1)
                                .orElse(1))
                .option(SparseOptions.scope())
                .access(Access.once().withBase().passes(Selection.PASSES + 3).surveyPasses(0));
    }

    @Override
    public Access access(MethodOptions options) {
        Access access = describe().access();
        if (options.number(SELECTED) >= 1) {
            return access.passes(2);
        }
        return SparseOptions.isOfModel(options)
                ? access.passes(2).surveyPasses(Selection.PASSES + 1)
                : access;
    }

    @Override
    public VarianceCut survey(ModelSurvey model) {
        if (!SparseOptions.isOfModel(model.options())) {
            return VarianceCut.none();
        }
        ModelPlaces places = ModelPlaces.shared(model);
        Vectors variance = Vectors.of(model, places, Variance::new);
        return new VarianceCut(Optional.of(places), cut(model.options(), variance));
    }

    @Override
    public Output merge(ParameterMerge merge, VarianceCut ofModel) {
        int models = merge.inputs().size();
        Variance variance = new Variance(models);
        Cut cut =
                ofModel.places()
                        .map(places -> ofModel.cut().from(places.start(merge.name(), 0)))
                        .orElseGet(() -> cut(merge.options(), Vectors.of(merge, 1, variance)));
        if (cut.isNone()) {
            merge.note("no element is selected: used the base");
            return Output.taskVectors(new double[models]);
        }
        SelectedChanges selected = new SelectedChanges(variance, cut);
        double[] weights = weights(merge, merge.reduce(selected));
        double[] votes = new double[models];
        Arrays.fill(votes, 1);
        return Output.blocks(block -> add(block, selected, votes, weights));
    }

    private static Cut cut(MethodOptions options, Vectors variance) {
        double fraction = options.number(SELECTED);
        if (fraction >= 1) {
            return Cut.all();
        }
        if (fraction <= 0 || variance.sizes().isEmpty()) {
            return Cut.none();
        }
        long varying = variance.count(new VaryingElements())[0][0];
        long count = Selection.count(fraction, varying);
        return Selection.of(variance, List.of(new Sought(0, count))).getFirst();
    }

    private static double[] weights(ParameterMerge merge, double[] squares) {
        double total = Arrays.stream(squares).sum();
        double[] weights = new double[squares.length];
        // Also if the sum is infinite or not a number.
        if (total / merge.shape().elements() >= LEAST_SQUARES && total <= Double.MAX_VALUE) {
            Arrays.setAll(weights, i -> squares[i] / total);
        } else {
            Arrays.fill(weights, 1.0 / weights.length);
            if (total != 0) {
                merge.note(
                        total <= Double.MAX_VALUE
                                ? "the task vectors are too small to weight models by: used equal"
                                        + " weights"
                                : "the squares of the task vectors are not finite: used equal"
                                        + " weights");
            }
        }
        return weights;
    }

    private static void add(
            Block block, SelectedChanges selected, double[] votes, double[] weights) {
        double[][] vectors = selected.of(block);
        COMBINATION.combine(vectors, votes, weights, block.base(), block.output(), block.length());
    }
}
