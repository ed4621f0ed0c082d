package io.terge.methods.arithmetic;

import io.terge.spi.method.Access;
import io.terge.spi.method.Block;
import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.ModelSurvey;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.spi.method.SurveyingMethod;

import java.util.Arrays;
import java.util.List;

/**
 * NAN: weights in inverse proportion to the norms of whole models or of their task vectors.
 *
 * @since 0.1
 */
public final class InverseNorms implements SurveyingMethod<ModelNorms> {

    private static final String NORM = "norm";
    private static final String TASK_VECTORS = "task_vectors";
    private static final String LAMBDA = "lambda";

    public InverseNorms() {}

    @Override
    public String name() {
        return "nan";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Weighted mean with weights inversely proportional to norms")
                .reference("arXiv 2505.16148")
                .formula(
                        """
                        c[i] = (w[i] / |x[i]|) / (w[0] / |x[0]| + w[1] / |x[1]| + ...)
                        out = lambda (c[0] x[0] + c[1] x[1] + ...)
                        norm=task_vectors: with d[i] for x[i], and b added
                        |.| is the norm over all parameters that are merged.\
                        """)
                .advice(
                        "Gives models with larger norms less weight, without a search for weights."
                            + " Use norm=task_vectors to compare the changes since the base: the"
                            + " norms of whole models are usually almost equal.")
                .example("--base BASE --option norm=task_vectors")
                .option(
                        MethodOption.text(
                                        NORM,
                                        "whether the norms are those of the parameters or of the"
                                                + " task vectors, which need a base",
                                        "parameters",
                                        TASK_VECTORS)
                                .orElse("parameters"))
                .option(MethodOption.number(LAMBDA, "scale of the weighted mean").orElse(1));
    }

    @Override
    public Access access(MethodOptions options) {
        return ofTaskVectors(options) ? Access.once().withBase() : Access.once();
    }

    @Override
    public List<String> faults(MethodOptions options, List<MergeInput> inputs) {
        return SortedInputs.faults(inputs);
    }

    @Override
    public ModelNorms survey(ModelSurvey model) {
        boolean ofTaskVectors = ofTaskVectors(model.options());
        return model.reduce(new Gathering(ofTaskVectors));
    }

    @Override
    public Output merge(ParameterMerge merge, ModelNorms norms) {
        double[] weights = merge.weights();
        double[] scaled = new double[weights.length];
        boolean hasNorms = true;
        for (int i = 0; i < scaled.length; i++) {
            if (weights[i] > 0) {
                double norm = norms.of(merge.inputs().get(i).model());
                // An infinite norm would leave out the model without a word.
                hasNorms &= norm > 0 && Double.isFinite(norm);
                scaled[i] = weights[i] / norm;
            }
        }
        if (!hasNorms || !Double.isFinite(Arrays.stream(scaled).sum())) {
            merge.note("a norm is 0 or not finite: used the weights alone");
            scaled = weights;
        }
        double lambda = merge.options().number(LAMBDA);
        double[] coefficients =
                Arrays.stream(Shares.of(scaled)).map(share -> lambda * share).toArray();
        return ofTaskVectors(merge.options())
                ? Output.taskVectors(coefficients)
                : Output.linear(coefficients);
    }

    private static boolean ofTaskVectors(MethodOptions options) {
        return options.text(NORM).equals(TASK_VECTORS);
    }

    private record Gathering(boolean ofTaskVectors)
            implements ModelSurvey.ModelReduction<ModelNorms> {

        @Override
        public ModelNorms start() {
            return ModelNorms.none();
        }

        @Override
        public ModelNorms add(ModelNorms soFar, ModelSurvey.Parameter parameter, Block block) {
            ModelNorms sum = soFar;
            for (int i = 0; i < parameter.inputs().size(); i++) {
                double[] values = block.input(i);
                double squared =
                        ofTaskVectors
                                ? VectorSums.squaredDistance(values, block.base(), block.length())
                                : VectorSums.product(values, values, block.length());
                sum = sum.plus(parameter.inputs().get(i).model(), squared);
            }
            return sum;
        }

        @Override
        public ModelNorms join(ModelNorms left, ModelNorms right) {
            return left.plus(right);
        }
    }
}
