package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.terge.api.MergePlan;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.engine.Terge;
import io.terge.engine.fixture.SampleMethods;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.error.ErrorCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.Block;
import io.terge.spi.Matrix;
import io.terge.spi.MergeMethod;
import io.terge.spi.MethodDescription;
import io.terge.spi.ParameterMerge;
import io.terge.spi.Reduction;
import io.terge.tensor.Extent;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** What methods can ask for beyond blocks. */
class VerbsTest {

    private static final MethodDescription TWO_PASSES = MethodDescription.of("two").passes(2);

    // 2 rows of 3.
    private final Map<String, TensorArray> a = model(1, 2, 3, 4, 5, 6);
    private final Map<String, TensorArray> b = model(0, 1, 0, -1, 0, 2);
    private final Map<String, TensorArray> base = model(1, 1, 1, 1, 1, 1);

    @Test
    void gramHasTheInnerProductsOfTheInputs() {
        List<double[][]> seen = new ArrayList<>();
        merge(method(TWO_PASSES, merge -> seen.add(merge.gram())));
        // 1+4+9+16+25+36, 2-4+12, 1+1+4
        assertThat(seen.getFirst()).isDeepEqualTo(new double[][] {{91, 10}, {10, 6}});
    }

    @Test
    void taskVectorGramHasThoseOfTheirDifferencesFromTheBase() {
        List<double[][]> seen = new ArrayList<>();
        merge(method(TWO_PASSES.withBase(), merge -> seen.add(merge.taskVectorGram())));
        // 0+1+4+9+16+25, 0+0-2-6-4+5, 1+0+1+4+1+1
        assertThat(seen.getFirst()).isDeepEqualTo(new double[][] {{55, -7}, {-7, 8}});
    }

    @Test
    void aStatisticSeesEveryElementOnceAndTheBase() {
        List<Double> seen = new ArrayList<>();
        merge(method(TWO_PASSES.withBase(), merge -> seen.add(merge.reduce(new WeightedPlaces()))));
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
        merge(method(TWO_PASSES, merge -> seen.add(merge.gram())), left, right, left);
        assertThat(seen.getFirst()[0][0]).isCloseTo(xx, within(1e-9 * xx));
        assertThat(seen.getFirst()[1][0]).isCloseTo(xy, within(1e-9 * xx));
    }

    @Test
    void rowsAreWholeRowsOfTheLastDimension() {
        List<String> rows = new ArrayList<>();
        MethodDescription byRows = MethodDescription.of("rows").extent(Extent.ROW);
        double[] merged =
                merge(
                        method(
                                byRows,
                                merge ->
                                        merge.forEachRow(
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
        MethodDescription whole = MethodDescription.of("whole").extent(Extent.TENSOR).withBase();
        double[] merged =
                merge(
                        method(
                                whole,
                                merge -> {
                                    seen.add(merge.matrix(1));
                                    seen.add(merge.baseMatrix());
                                    merge.write(merge.matrix(0).values());
                                }));
        assertThat(seen.getFirst().rows()).isEqualTo(2);
        assertThat(seen.getFirst().columns()).isEqualTo(3);
        assertThat(seen.getFirst().values()).containsExactly(0, 1, 0, -1, 0, 2);
        assertThat(seen.getLast().values()).containsOnly(1);
        assertThat(merged).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void whatTheDescriptionDoesNotSayIsAFaultOfTheMethod() {
        MethodDescription plain = MethodDescription.of("plain");
        assertRefused(plain, merge -> merge.gram(), "reads its inputs once");
        assertRefused(plain, merge -> merge.reduce(new WeightedPlaces()), "one pass more");
        assertRefused(
                TWO_PASSES,
                merge -> {
                    merge.gram();
                    merge.gram();
                },
                "reads its inputs 2 times");
        assertRefused(TWO_PASSES, merge -> merge.taskVectorGram(), "uses the base");
        assertRefused(plain, merge -> merge.forEachRow(block -> {}), "a whole row");
        assertRefused(plain, merge -> merge.matrix(0), "a whole tensor");
        assertRefused(plain, merge -> merge.write(new double[6]), "a whole tensor");
        MethodDescription whole = plain.extent(Extent.TENSOR);
        assertRefused(whole, merge -> merge.baseMatrix(), "uses the base");
        assertRefused(whole, merge -> merge.write(new double[5]), "6 elements but 5 values");
    }

    @Test
    void aBlockOfAStatisticHasNoOutput() {
        Reduction<Double> writing = new Writing();
        assertRefused(TWO_PASSES, merge -> merge.reduce(writing), "no output");
    }

    @Test
    void bytesAreCountedOnceForEachPass() {
        MergePlan plan = plan(SampleMethods.unitNorms(), Long.MAX_VALUE);
        assertThat(plan.bytesRead()).isEqualTo(2 * 2 * 6 * 4);
        assertThat(plan.merged().findFirst().orElseThrow().passes()).isEqualTo(2);
    }

    @Test
    void aTensorThatDoesNotFitIsRejectedWithTheFigureItNeeds() {
        long whole = 3 * 6 * 8;
        long rest = plan(SampleMethods.transposed(), Long.MAX_VALUE).memoryBytes() - whole;
        assertThat(plan(SampleMethods.transposed(), rest + whole).memoryBytes())
                .isEqualTo(rest + whole);
        assertThatThrownBy(() -> plan(SampleMethods.transposed(), rest + whole - 1))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("NOT_ENOUGH_MEMORY")
                .hasMessageContaining("w F32 [2, 3]");
    }

    @Test
    void withALowLimitFewerThreadsWork() {
        MergeMethod mean = SampleMethods.mean();
        long one = plan(mean, Long.MAX_VALUE).memoryBytes();
        MergePlan two =
                Terge.builder()
                        .plugin(mean)
                        .threads(8)
                        .maxMemory(2 * one + 1)
                        .build()
                        .plan(request(mean).build());
        assertThat(two.memoryBytes()).isEqualTo(2 * one);
    }

    private void assertRefused(
            MethodDescription description, Consumer<ParameterMerge> asking, String message) {
        assertThatThrownBy(() -> merge(method(description, asking)))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.PLUGIN_FAILED))
                .hasMessageContaining(message);
    }

    /** Asks, and then writes the first input if nothing was written. */
    private static ScriptedMethod method(
            MethodDescription description, Consumer<ParameterMerge> asking) {
        return new ScriptedMethod(
                "scripted",
                description,
                merge -> {
                    asking.accept(merge);
                    if (description.extent() == Extent.BLOCK) {
                        merge.combine(1, 0);
                    }
                });
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

    private MergePlan plan(MergeMethod method, long limit) {
        return Terge.builder()
                .plugin(method)
                .threads(1)
                .maxMemory(limit)
                .build()
                .plan(request(method).build());
    }

    private MergeRequestBuilder request(MergeMethod method) {
        return MergeRequest.builder()
                .model(ModelReference.of(a, "a"))
                .model(ModelReference.of(b, "b"))
                .method(method.name());
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
