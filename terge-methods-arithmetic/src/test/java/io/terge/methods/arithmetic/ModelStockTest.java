package io.terge.methods.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;
import io.terge.testkit.ReferenceMerge;
import io.terge.testkit.ReferenceMerge.Outcome;

import org.junit.jupiter.api.Test;

import java.util.Map;

class ModelStockTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new ModelStock();
    }

    private static final Map<String, String> RAW = Map.of("clamp", "false");
    private static final Map<String, String> ROWS = Map.of("clamp", "false", "filter_wise", "true");

    @Override
    protected boolean keepsTheBaseExactly() {
        return true;
    }

    @Test
    void reachesTheKnownResults() {
        Anchors.check(
                method(),
                Anchors.of(method(), RAW, Anchors.a(), Anchors.b()),
                1,
                1.909545,
                3.180911,
                3.773862,
                -0.8190892,
                -0.1809108,
                0.6381784,
                2.271366);
        Anchors.check(
                method(),
                Anchors.of(method(), RAW, Anchors.a(), Anchors.b(), Anchors.c()),
                1,
                1.0379,
                3.76968,
                3.615158,
                -1,
                -0.7696806,
                -1.309042,
                4.309042);
        Anchors.check(
                method(),
                Anchors.of(method(), ROWS, Anchors.a(), Anchors.b(), Anchors.c()),
                1,
                0.3402443,
                4.327806,
                3.336098,
                -1,
                -0.6656408,
                -0.996922,
                3.996923);
    }

    @Test
    void limitsTheRatioAndSaysSo() {
        Outcome outcome = run(Map.of(), Anchors.a(), Anchors.b());
        assertThat(outcome.values()).containsExactly(Anchors.base());
        assertThat(outcome.notes())
                .containsExactly(
                        "the task vectors disagree (their mean cosine is negative): used the base");
        Outcome rows = run(Map.of("filter_wise", "true"), Anchors.a(), Anchors.b());
        assertThat(rows.notes()).singleElement().asString().contains("of 2 rows");
    }

    @Test
    void isTheMeanOfEqualModels() {
        Outcome outcome = run(Map.of(), Anchors.a(), Anchors.a(), Anchors.a());
        assertThat(outcome.values()).containsExactly(Anchors.a(), within(1e-12));
        assertThat(outcome.notes()).isEmpty();
    }

    @Test
    void isTheMeanForWhatIsNotFinite() {
        double[] broken = Anchors.a();
        broken[0] = Double.NaN;
        Outcome outcome = run(Map.of(), broken, Anchors.b());
        assertThat(outcome.notes()).hasSize(1);
        assertThat(outcome.values()[0]).isNaN();
        assertThat(outcome.values()[1]).isEqualTo(2.25);
    }

    @Test
    void isTheFormulaOnWholeVectors() {
        Agreement.check(method(), 3, RAW, example -> slow(example, example.base().length));
        Agreement.check(method(), 3, ROWS, example -> slow(example, row(example)));
    }

    private static int row(MergeCase example) {
        return example.shape().rank() == 0
                ? 1
                : (int) example.shape().dimension(example.shape().rank() - 1);
    }

    private static double[] slow(MergeCase example, int length) {
        double[] values = new double[example.base().length];
        for (int start = 0; start < values.length; start += length) {
            double cosine =
                    (cosine(example, 0, 1, start, length)
                                    + cosine(example, 0, 2, start, length)
                                    + cosine(example, 1, 2, start, length))
                            / 3;
            double ratio = 3 * cosine / (1 + 2 * cosine);
            for (int e = start; e < start + length; e++) {
                double mean = 0;
                for (int i = 0; i < 3; i++) {
                    mean += example.inputs().get(i).weight() * example.numbers().get(i)[e];
                }
                values[e] = ratio * mean + (1 - ratio) * example.base()[e];
            }
        }
        return values;
    }

    private static double cosine(MergeCase example, int i, int j, int start, int length) {
        double product = 0;
        double left = 0;
        double right = 0;
        for (int e = start; e < start + length; e++) {
            double x = example.numbers().get(i)[e] - example.base()[e];
            double y = example.numbers().get(j)[e] - example.base()[e];
            product += x * y;
            left += x * x;
            right += y * y;
        }
        return left == 0 || right == 0 ? 0 : product / Math.sqrt(left * right);
    }

    private Outcome run(Map<String, String> options, double[]... models) {
        return ReferenceMerge.inOneBlock().run(method(), Anchors.of(method(), options, models));
    }
}
