package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.terge.api.MergeReport;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.api.NonFinitePolicy;
import io.terge.api.NonFiniteValues;
import io.terge.engine.Terge;
import io.terge.engine.fixture.Numbers;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;
import io.terge.tensor.DType;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Elements that are NaN or infinite are counted, told of, and forbidden on request. */
class NonFiniteTest {

    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final Map<String, TensorArray> output = new LinkedHashMap<>();

    @Test
    void nothingIsToldOfFiniteNumbers() {
        MergeReport report = merge(mean(f32(1, 2, 3), f32(4, 5, 6)));
        assertThat(report.nonFinite()).isEmpty();
        assertThat(report.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"F64", "F32", "F16", "BF16", "F8_E5M2", "F8_E4M3"})
    void elementsOfModelsAreCounted(String type) {
        TensorArray left = Numbers.array(DType.named(type), 1, NAN, 2, NAN, 3);
        TensorArray right = Numbers.array(DType.named(type), 1, 2, NAN, NAN, 4);
        MergeReport report = merge(mean(left, right));
        assertThat(report.nonFinite())
                .containsExactly(new NonFiniteValues("w", counts(2, 2), 0, 3));
        assertThat(report.warnings())
                .extracting(Problem::code)
                .containsExactly(TergeCode.NON_FINITE_INPUT, TergeCode.NON_FINITE_INPUT);
        assertThat(report.warnings().getFirst().message())
                .isEqualTo("left has NaN or infinite elements in 1 parameter");
        assertThat(report.warnings().getFirst().notes()).containsExactly("'w' (2 of 5)");
    }

    @ParameterizedTest
    @CsvSource({
        // Half a unit above the largest finite number, and the number before it.
        "F16, 65520, 65519",
        "BF16, 0x1.ffp127, 0x1.fefffp127",
        "F32, 0x1.ffffffp127, 0x1.fffffep127",
        "F8_E5M2, 61440, 61439",
        "F8_E4M3, 465, 464",
    })
    void resultsBeyondTheRangeOfATypeAreCounted(String type, String beyond, String within) {
        double[] values = {Double.parseDouble(beyond), -Double.parseDouble(beyond), 1};
        double[] fit = {Double.parseDouble(within), -Double.parseDouble(within), 1};
        MergeRequestBuilder tooLarge = mean(f64(values), f64(values)).dtype(DType.named(type));
        MergeReport report = merge(tooLarge);
        assertThat(report.nonFinite()).containsExactly(new NonFiniteValues("w", counts(), 2, 2));
        assertThat(report.warnings())
                .extracting(Problem::message)
                .containsExactly(
                        "Results beyond the range of %s became %s in 1 parameter"
                                .formatted(type, type.equals("F8_E4M3") ? "NaN" : "infinite"));
        assertThat(merge(mean(f64(fit), f64(fit)).dtype(DType.named(type))).nonFinite()).isEmpty();
    }

    @Test
    void aConversionIsAMergeOfOne() {
        MergeRequestBuilder conversion =
                MergeRequest.convert(ModelReference.of(model(f32(70000, NAN, 1)), "one"))
                        .dtype(DType.F16);
        assertThat(merge(conversion).nonFinite())
                .containsExactly(new NonFiniteValues("w", counts(1), 1, 2));
    }

    @Test
    void infinityMinusInfinityIsOfTheModels() {
        MergeReport report = merge(mean(f32(INFINITY), f32(INFINITY)).weights(2, -1));
        assertThat(report.nonFinite())
                .containsExactly(new NonFiniteValues("w", counts(1, 1), 0, 1));
    }

    @Test
    void aResultThatIsInfiniteBeforeItIsStoredIsOfTheMethod() {
        MergeReport report = merge(mean(f64(1e308), f64(-1e308)).weights(2, -1));
        assertThat(report.nonFinite()).containsExactly(new NonFiniteValues("w", counts(), 0, 1));
        assertThat(report.warnings())
                .extracting(Problem::code)
                .containsExactly(TergeCode.NON_FINITE_RESULT);
    }

    @Test
    void aModelThatIsLeftOutIsNotCounted() {
        assertThat(merge(mean(f32(NAN), f32(1)).weights(0, 1)).nonFinite()).isEmpty();
    }

    @Test
    void aFunctionOfBlocksMayHideThem() {
        ScriptedMethod finite =
                ScriptedMethod.of(
                        "finite",
                        merge ->
                                Output.blocks(
                                        block -> {
                                            for (int i = 0; i < block.length(); i++) {
                                                block.output()[i] =
                                                        Double.isNaN(block.input(0)[i])
                                                                ? 0
                                                                : block.input(0)[i];
                                                // Its arrays are its own to overwrite.
                                                block.input(0)[i] = 0;
                                                block.input(1)[i] = 0;
                                            }
                                        }));
        MergeReport report =
                merger(finite)
                        .merge(
                                mean(f32(NAN, 1), f32(1, INFINITY))
                                        .method("finite")
                                        .to(ModelReference.of(output, "out"))
                                        .build());
        assertThat(report.nonFinite())
                .containsExactly(new NonFiniteValues("w", counts(1, 1), 0, 0));
        assertThat(values()).containsExactly(0, 1);
    }

    @Test
    void aMethodOfWholeTensorsMayHideThem() {
        ScriptedMethod zero =
                new ScriptedMethod(
                        "zero",
                        MethodDescription.of("scripted").wholeTensors(),
                        merge -> {
                            double[] values = merge.matrix(0).values();
                            merge.matrix(1);
                            merge.matrix(1);
                            return Output.whole(new double[values.length]);
                        });
        MergeReport report =
                merger(zero)
                        .merge(
                                mean(f32(NAN, 1), f32(NAN, INFINITY))
                                        .method("zero")
                                        .to(ModelReference.of(output, "out"))
                                        .build());
        assertThat(report.nonFinite())
                .containsExactly(new NonFiniteValues("w", counts(1, 2), 0, 0));
        assertThat(report.warnings())
                .extracting(Problem::code)
                .containsExactly(TergeCode.NON_FINITE_INPUT, TergeCode.NON_FINITE_INPUT);
    }

    @Test
    void allChunksOnAllThreadsAreCounted() {
        double[] large = new double[5_000_000];
        for (int i = 0; i < large.length; i += 1000) {
            large[i] = NAN;
        }
        MergeReport report = merge(mean(f32(large), f32(new double[large.length])));
        assertThat(report.nonFinite())
                .containsExactly(new NonFiniteValues("w", counts(5000), 0, 5000));
    }

    @Test
    void copiesAreNotCounted() {
        assertThat(merge(mean(f32(NAN), f32(1)).exclude("w")).nonFinite()).isEmpty();
    }

    @Test
    void namesAreCountedBeyondTheFirstFive() {
        Map<String, TensorArray> many = new LinkedHashMap<>();
        for (int i = 0; i < 7; i++) {
            many.put("p" + i, f32(NAN, 0));
        }
        MergeReport report =
                merge(
                        MergeRequest.builder()
                                .model(ModelReference.of(many, "left"))
                                .model(ModelReference.of(many, "right")));
        assertThat(report.warnings().getFirst().notes())
                .containsExactly(
                        "'p0' (1 of 2), 'p1' (1 of 2), 'p2' (1 of 2), 'p3' (1 of 2),"
                                + " 'p4' (1 of 2) and 2 more");
    }

    @Test
    void theyCanBeForbidden() {
        MergeRequestBuilder request =
                mean(f32(70000, 1), f32(70000, NAN))
                        .dtype(DType.F16)
                        .nonFinite(NonFinitePolicy.FAIL);
        TergeException failure = catchThrowableOfType(TergeException.class, () -> merge(request));
        assertThat(output).isEmpty();
        assertThat(failure.code()).isEqualTo(TergeCode.NON_FINITE_VALUES);
        assertThat(failure)
                .hasMessageContainingAll(
                        "1 parameter has NaN or infinite elements; the output was not written",
                        "right has NaN or infinite elements in 1 parameter",
                        "'w' (1 of 2)",
                        "Results beyond the range of F16 became infinite in 1 parameter",
                        "--non-finite warn");
        merge(mean(f32(7, 1), f32(7, 1)).nonFinite(NonFinitePolicy.FAIL));
        assertThat(values()).containsExactly(7, 1);
    }

    private MergeReport merge(MergeRequestBuilder request) {
        output.clear();
        return merger().merge(request.to(ModelReference.of(output, "out")).build());
    }

    private double[] values() {
        return Objects.requireNonNull(output.get("w")).toDoubles();
    }

    private static Merger merger(ScriptedMethod... methods) {
        var builder = Terge.builder().threads(2);
        Arrays.stream(methods).forEach(builder::plugin);
        return builder.build();
    }

    private static MergeRequestBuilder mean(TensorArray left, TensorArray right) {
        return MergeRequest.builder()
                .model(ModelReference.of(model(left), "left"))
                .model(ModelReference.of(model(right), "right"));
    }

    private static Map<String, TensorArray> model(TensorArray w) {
        return Map.of("w", w);
    }

    private static TensorArray f32(double... values) {
        return Numbers.array(DType.F32, values);
    }

    private static TensorArray f64(double... values) {
        return Numbers.array(DType.F64, values);
    }

    // By place; 0 stands for none.
    private static SortedMap<Integer, Long> counts(long... perModel) {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        for (int model = 0; model < perModel.length; model++) {
            if (perModel[model] > 0) {
                counts.put(model, perModel[model]);
            }
        }
        return counts;
    }
}
