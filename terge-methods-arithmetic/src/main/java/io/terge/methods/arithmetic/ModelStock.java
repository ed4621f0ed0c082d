package io.terge.methods.arithmetic;

import io.terge.spi.method.Access;
import io.terge.spi.method.Block;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

import java.util.Arrays;

/**
 * Model Stock: goes from the base towards the mean of the models, the further the better their task
 * vectors agree.
 *
 * @since 0.1
 */
public final class ModelStock implements MergeMethod {

    private static final String FILTER_WISE = "filter_wise";
    private static final String CLAMP = "clamp";

    public ModelStock() {}

    @Override
    public String name() {
        return "model_stock";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of(
                        "Interpolates between the base and the mean, by the angle between task"
                                + " vectors")
                .reference("arXiv 2403.19522")
                .formula(
                        """
                        c = the mean cosine of all pairs of d[0], ..., d[n-1]
                        r = n c / (1 + (n - 1) c), limited to 0 to 1
                        out = b + r (w[0] d[0] + w[1] d[1] + ...)\
                        """)
                .advice(
                        "Use it for several models that are fine-tuned from one base on the same"
                            + " data. The paper uses equal weights; weights do not change the ratio"
                            + " r.")
                .example("--option filter_wise=true")
                .inputs(2, Integer.MAX_VALUE)
                .option(
                        MethodOption.flag(
                                        FILTER_WISE,
                                        "whether each row of the last dimension has its own ratio,"
                                                + " instead of one ratio per parameter")
                                .orElse(false))
                .option(
                        MethodOption.flag(
                                        CLAMP,
                                        "whether the ratio is limited to 0 to 1; false for the"
                                                + " formula as published")
                                .orElse(true))
                .access(Access.once().withBase().passes(2));
    }

    @Override
    public Access access(MethodOptions options) {
        return options.flag(FILTER_WISE) ? describe().access().rows() : describe().access();
    }

    @Override
    public Output merge(ParameterMerge merge) {
        double[] weights = merge.weights();
        boolean clamps = merge.options().flag(CLAMP);
        if (merge.options().flag(FILTER_WISE)) {
            long[] rows = merge.reduceRows(new ChangedRatios(weights.length, clamps));
            if (rows[0] > 0) {
                merge.note(
                        "%d of %d rows: task vectors disagree or are not finite; the ratio was"
                                        .formatted(rows[0], rows[1])
                                + " set to a number from 0 to 1");
            }
            return Output.rows(block -> row(block, weights, clamps));
        }
        StockRatio ratio = StockRatio.of(merge.taskVectorGram(), clamps);
        ratio.change().ifPresent(merge::note);
        return Output.taskVectors(
                Arrays.stream(weights).map(weight -> ratio.value() * weight).toArray());
    }

    private static void row(Block block, double[] weights, boolean clamps) {
        int length = block.length();
        double[] base = block.base();
        double ratio = StockRatio.of(ChangedRatios.products(block, weights.length), clamps).value();
        double[] output = block.output();
        Arrays.fill(output, 0, length, 0);
        for (int i = 0; i < weights.length; i++) {
            double coefficient = ratio * weights[i];
            double[] vector = block.input(i);
            for (int e = 0; e < length; e++) {
                output[e] -= coefficient * vector[e];
            }
        }
        // What is taken away is 0 and not -0 if all vectors are 0: a base of -0 stays.
        for (int e = 0; e < length; e++) {
            output[e] = base[e] - output[e];
        }
    }
}
