package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.terge.api.MergeRequest;
import io.terge.engine.Terge;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.method.Block;
import io.terge.spi.method.Matrix;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.spi.method.Reduction;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** What methods can ask for beyond blocks. */
class StatisticsOfMethodsTest {

    private static final MethodDescription TWO_PASSES = MethodDescription.of("two").passes(2);

    // 2 rows of 3.
    private final Map<String, TensorArray> a = model(1, 2, 3, 4, 5, 6);
    private final Map<String, TensorArray> b = model(0, 1, 0, -1, 0, 2);
    private final Map<String, TensorArray> base = model(1, 1, 1, 1, 1, 1);

    @Test
    void gramHasTheInnerProductsOfTheInputs() {
        List<double[][]> seen = new ArrayList<>();
        merge(asking(TWO_PASSES, merge -> seen.add(merge.gram())));
        // 1+4+9+16+25+36, 2-4+12, 1+1+4
        assertThat(seen.getFirst()).isDeepEqualTo(new double[][] {{91, 10}, {10, 6}});
    }

    @Test
    void taskVectorGramHasThoseOfTheirDifferencesFromTheBase() {
        List<double[][]> seen = new ArrayList<>();
        merge(asking(TWO_PASSES.withBase(), merge -> seen.add(merge.taskVectorGram())));
        // 0+1+4+9+16+25, 0+0-2-6-4+5, 1+0+1+4+1+1
        assertThat(seen.getFirst()).isDeepEqualTo(new double[][] {{55, -7}, {-7, 8}});
    }

    @Test
    void aStatisticSeesEveryElementOnceAndTheBase() {
        List<Double> seen = new ArrayList<>();
        merge(asking(TWO_PASSES.withBase(), merge -> seen.add(merge.reduce(new WeightedPlaces()))));
        // The sum of place * (a + 10 * b + 100 * base).
        assertThat(seen.getFirst())
                .isEqualTo(2 + 6 + 12 + 20 + 30 + 10.0 * (1 - 3 + 10) + 100.0 * 15);
    }

    @Test
    void gramOfManyElementsIsCloseToThePlainLoop() {
        int length = 300_001;
        float[] x = new float[length];
        float[] y = new float[length];
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < length; i++) {
            x[i] = (float) Math.sin(i);
            y[i] = (float) Math.cos(i * 0.5);
            xx += (double) x[i] * x[i];
            xy += (double) x[i] * y[i];
        }
        List<double[][]> seen = new ArrayList<>();
        Map<String, TensorArray> left = Map.of("w", TensorArray.of(x));
        Map<String, TensorArray> right = Map.of("w", TensorArray.of(y));
        merge(asking(TWO_PASSES, merge -> seen.add(merge.gram())), left, right, left);
        assertThat(seen.getFirst()[0][0]).isCloseTo(xx, within(1e-9 * xx));
        assertThat(seen.getFirst()[1][0]).isCloseTo(xy, within(1e-9 * xx));
    }

    @Test
    void rowsAreWholeRowsOfTheLastDimension() {
        List<String> rows = new ArrayList<>();
        MethodDescription byRows = MethodDescription.of("rows").rows();
        double[] merged =
                merge(
                        method(
                                byRows,
                                merge ->
                                        Output.rows(
                                                block -> {
                                                    rows.add(block.start() + "+" + block.length());
                                                    for (int i = 0; i < block.length(); i++) {
                                                        block.output()[i] = block.input(0)[0];
                                                    }
                                                })));
        assertThat(rows).containsExactly("0+3", "3+3");
        assertThat(merged).containsExactly(1, 1, 1, 4, 4, 4);
    }

    @Test
    void aWholeTensorIsAMatrix() {
        List<Matrix> seen = new ArrayList<>();
        MethodDescription whole = MethodDescription.of("whole").wholeTensors().withBase();
        double[] merged =
                merge(
                        method(
                                whole,
                                merge -> {
                                    seen.add(merge.matrix(1));
                                    seen.add(merge.baseMatrix());
                                    return Output.whole(merge.matrix(0).values());
                                }));
        assertThat(seen.getFirst().rows()).isEqualTo(2);
        assertThat(seen.getFirst().columns()).isEqualTo(3);
        assertThat(seen.getFirst().values()).containsExactly(0, 1, 0, -1, 0, 2);
        assertThat(seen.getLast().values()).containsOnly(1);
        assertThat(merged).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aStatisticOfRowsSeesWholeRows() {
        List<Double> seen = new ArrayList<>();
        MethodDescription byRows = TWO_PASSES.rows();
        merge(asking(byRows, merge -> seen.add(merge.reduceRows(new FirstOfEach()))));
        assertThat(seen).containsExactly(1.0 + 4.0);
        merge(asking(TWO_PASSES.wholeTensors(), merge -> merge.reduceRows(new FirstOfEach())));
    }

    @Test
    void whatTheAccessDoesNotSayIsAFaultOfTheMethod() {
        MethodDescription plain = MethodDescription.of("plain");
        assertRefused(
                plain, ParameterMerge::gram, "The method declares passes(1) but needs another");
        assertRefused(plain, merge -> merge.reduce(new FirstOfEach()), "passes(1)");
        assertRefused(
                TWO_PASSES,
                merge -> {
                    merge.gram();
                    merge.gram();
                },
                "The method declares passes(2) but needs another pass");
        assertRefused(TWO_PASSES, ParameterMerge::taskVectorGram, "not declare withBase()");
        assertRefused(
                TWO_PASSES, merge -> merge.reduceRows(new FirstOfEach()), "not declare rows()");
        assertRefused(plain, merge -> merge.matrix(0), "not declare wholeTensors()");
        MethodDescription whole = plain.wholeTensors();
        assertRefused(whole, ParameterMerge::baseMatrix, "not declare withBase()");
    }

    @Test
    void aBlockOfAStatisticHasNoOutput() {
        Reduction<Double> writing = new Writing();
        assertRefused(TWO_PASSES, merge -> merge.reduce(writing), "no output");
    }

    private void assertRefused(
            MethodDescription description, Consumer<ParameterMerge> asking, String message) {
        assertThatThrownBy(() -> merge(asking(description, asking)))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure -> assertThat(failure.code()).isEqualTo(TergeCode.PLUGIN_FAILED))
                .hasMessageContaining(message);
    }

    /** Asks, and then takes the first input. */
    private static ScriptedMethod asking(
            MethodDescription description, Consumer<ParameterMerge> asking) {
        return method(
                description,
                merge -> {
                    asking.accept(merge);
                    return ScriptedMethod.first(merge);
                });
    }

    private static ScriptedMethod method(
            MethodDescription description, Function<ParameterMerge, Output> script) {
        return new ScriptedMethod("scripted", description, script);
    }

    private double[] merge(MergeMethod method) {
        return merge(method, a, b, base);
    }

    private static double[] merge(
            MergeMethod method,
            Map<String, TensorArray> a,
            Map<String, TensorArray> b,
            Map<String, TensorArray> base) {
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        Terge.builder()
                .plugin(method)
                .build()
                .merge(
                        MergeRequest.builder()
                                .model(ModelReference.of(a, "a"))
                                .model(ModelReference.of(b, "b"))
                                .base(ModelReference.of(base, "base"))
                                .method(method.name())
                                .to(ModelReference.of(merged, "merged"))
                                .build());
        return Objects.requireNonNull(merged.get("w")).toDoubles();
    }

    private static Map<String, TensorArray> model(float... values) {
        return Map.of("w", TensorArray.of(values, 2, 3));
    }

    /** The sum of each element times its place. */
    private record WeightedPlaces() implements Reduction<Double> {

        @Override
        public Double start() {
            return 0.0;
        }

        @Override
        public Double add(Double soFar, Block block) {
            double sum = soFar;
            for (int e = 0; e < block.length(); e++) {
                double all = block.input(0)[e] + 10 * block.input(1)[e] + 100 * block.base()[e];
                sum += (block.start() + e) * all;
            }
            return sum;
        }

        @Override
        public Double join(Double left, Double right) {
            return left + right;
        }
    }

    /** The sum of the first input's first element of each block. */
    private record FirstOfEach() implements Reduction<Double> {

        @Override
        public Double start() {
            return 0.0;
        }

        @Override
        public Double add(Double soFar, Block block) {
            return soFar + block.input(0)[0];
        }

        @Override
        public Double join(Double left, Double right) {
            return left + right;
        }
    }

    /** Asks for the output of a block. */
    private record Writing() implements Reduction<Double> {

        @Override
        public Double start() {
            return 0.0;
        }

        @Override
        public Double add(Double soFar, Block block) {
            return block.output()[0];
        }

        @Override
        public Double join(Double left, Double right) {
            return left;
        }
    }
}
