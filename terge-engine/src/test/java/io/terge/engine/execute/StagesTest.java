package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import io.terge.api.Lineage;
import io.terge.api.MergeReport;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.engine.Terge;
import io.terge.engine.fixture.Numbers;
import io.terge.engine.fixture.SampleMethods;
import io.terge.json.LineageJson;
import io.terge.model.ModelReference;
import io.terge.spi.method.MergeMethod;
import io.terge.tensor.DType;
import io.terge.tensor.Shape;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** The output of a merge as a model of the next. */
class StagesTest {

    private static final int ROWS = 13;
    private static final int COLUMNS = 2500;
    private static final int LENGTH = ROWS * COLUMNS;
    private static final ModelReference FIRST = ModelReference.ofStage("first");

    private final Random random = new Random(20_261);
    private final Map<String, TensorArray> a = model();
    private final Map<String, TensorArray> b = model();
    private final Map<String, TensorArray> c = model();

    private Map<String, TensorArray> model() {
        double[] values = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            values[i] = random.nextGaussian();
        }
        Map<String, TensorArray> arrays = new LinkedHashMap<>();
        TensorArray flat = Numbers.array(DType.BF16, values);
        arrays.put("w", new TensorArray(DType.BF16, Shape.of(ROWS, COLUMNS), flat.memory()));
        arrays.put("v", Numbers.array(DType.F32, random.nextGaussian(), 2, 3));
        arrays.put("ids", TensorArray.zeros(DType.I64, Shape.of(2)));
        return arrays;
    }

    private static ModelReference reference(Map<String, TensorArray> arrays) {
        return ModelReference.of(arrays, "memory");
    }

    private static TensorArray array(Map<String, TensorArray> arrays, String name) {
        return requireNonNull(arrays.get(name), name);
    }

    private static Merger merger(int threads) {
        var builder = Terge.builder().threads(threads);
        SampleMethods.all().forEach(builder::plugin);
        return builder.build();
    }

    private MergeRequestBuilder first() {
        return MergeRequest.builder().model(reference(a)).model(reference(b)).weights(1, 2);
    }

    private MergeRequestBuilder second(ModelReference stage) {
        return MergeRequest.builder().model(stage).model(reference(c)).weights(3, 1);
    }

    private double[] expected(DoubleUnaryOperator ofStage) {
        double[] expected = new double[LENGTH];
        double[] one = array(a, "w").toDoubles();
        double[] two = array(b, "w").toDoubles();
        double[] three = array(c, "w").toDoubles();
        for (int i = 0; i < LENGTH; i++) {
            double stage = ofStage.applyAsDouble(1.0 / 3 * one[i] + 2.0 / 3 * two[i]);
            expected[i] = 0.75 * stage + 0.25 * three[i];
        }
        return expected;
    }

    private static double bf16(double value) {
        return Numbers.array(DType.BF16, value).toDoubles()[0];
    }

    @Test
    void isNotRoundedInBetween() {
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        merger(2)
                .merge(
                        second(FIRST)
                                .stage("first", first().build())
                                .dtype(DType.F64)
                                .to(reference(merged))
                                .build());
        assertThat(array(merged, "w").toDoubles()).containsExactly(expected(value -> value));
        assertThat(Numbers.bytes(array(merged, "ids"))).isEqualTo(Numbers.bytes(array(a, "ids")));
    }

    @Test
    void isRoundedIfItNamesAType() {
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        merger(2)
                .merge(
                        second(FIRST)
                                .stage("first", first().dtype(DType.BF16).build())
                                .dtype(DType.F64)
                                .to(reference(merged))
                                .build());
        assertThat(array(merged, "w").toDoubles()).containsExactly(expected(StagesTest::bf16));
    }

    @Test
    void givesTheResultTheTypesOfItsBase() {
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        merger(2)
                .merge(second(FIRST).stage("first", first().build()).to(reference(merged)).build());
        assertThat(array(merged, "w").dtype()).isEqualTo(DType.BF16);
        assertThat(array(merged, "v").dtype()).isEqualTo(DType.F32);
        double[] exact = expected(value -> value);
        double[] rounded = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            rounded[i] = bf16(exact[i]);
        }
        assertThat(array(merged, "w").toDoubles()).containsExactly(rounded);
    }

    static Stream<String> methods() {
        return SampleMethods.all().map(MergeMethod::name);
    }

    /** What the stages do one after the other gives the same bits as models of doubles would. */
    @ParameterizedTest
    @MethodSource("methods")
    void isTheSameAsAModelOfExactNumbers(String method) {
        Map<String, TensorArray> exact = new LinkedHashMap<>();
        merger(2).merge(first().method(method).dtype(DType.F64).to(reference(exact)).build());
        for (String next : methods().toList()) {
            Map<String, TensorArray> expected = new LinkedHashMap<>();
            merger(1)
                    .merge(
                            second(reference(exact))
                                    .method(next)
                                    .dtype(DType.F32)
                                    .to(reference(expected))
                                    .build());
            for (int threads : List.of(1, 3)) {
                Map<String, TensorArray> merged = new LinkedHashMap<>();
                merger(threads)
                        .merge(
                                second(FIRST)
                                        .stage("first", first().method(method).build())
                                        .method(next)
                                        .dtype(DType.F32)
                                        .to(reference(merged))
                                        .build());
                assertThat(Numbers.bytes(array(merged, "w")))
                        .as("%s, then %s, %d threads", method, next, threads)
                        .isEqualTo(Numbers.bytes(array(expected, "w")));
                assertThat(Numbers.bytes(array(merged, "v")))
                        .isEqualTo(Numbers.bytes(array(expected, "v")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void isReadBackWhereItIsKept(String method) {
        Map<String, TensorArray> kept = new LinkedHashMap<>();
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        Map<String, TensorArray> expected = new LinkedHashMap<>();
        merger(2)
                .merge(
                        second(FIRST)
                                .stage("first", first().method(method).to(reference(kept)).build())
                                .method(method)
                                .to(reference(merged))
                                .build());
        assertThat(array(kept, "w").dtype()).isEqualTo(DType.BF16);
        merger(2).merge(second(reference(kept)).method(method).to(reference(expected)).build());
        assertThat(Numbers.bytes(array(merged, "w")))
                .isEqualTo(Numbers.bytes(array(expected, "w")));
    }

    @Test
    void isUsedByLaterStagesAndMoreThanOnce() {
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        ModelReference second = ModelReference.ofStage("second");
        merger(2)
                .merge(
                        MergeRequest.builder()
                                .stage("first", first().build())
                                .stage("second", second(FIRST).build())
                                .model(FIRST)
                                .model(second)
                                .base(second)
                                .weights(1, 1)
                                .dtype(DType.F64)
                                .to(reference(merged))
                                .build());
        double[] ofSecond = expected(value -> value);
        double[] expected = new double[LENGTH];
        double[] one = array(a, "w").toDoubles();
        double[] two = array(b, "w").toDoubles();
        for (int i = 0; i < LENGTH; i++) {
            expected[i] = 0.5 * (1.0 / 3 * one[i] + 2.0 / 3 * two[i]) + 0.5 * ofSecond[i];
        }
        assertThat(array(merged, "w").toDoubles()).containsExactly(expected);
    }

    @Test
    void isCopiedAsComputed() {
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        Map<String, TensorArray> expected = new LinkedHashMap<>();
        merger(2)
                .merge(
                        second(FIRST)
                                .stage("first", first().build())
                                .exclude("w")
                                .to(reference(merged))
                                .build());
        merger(2).merge(first().to(reference(expected)).build());
        assertThat(Numbers.bytes(array(merged, "w")))
                .isEqualTo(Numbers.bytes(array(expected, "w")));
    }

    @Test
    void hasALineageWithinThatOfTheResult() throws IOException {
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        MergeReport report =
                merger(2)
                        .merge(
                                second(FIRST)
                                        .stage("first", first().build())
                                        .to(reference(merged))
                                        .build());
        Lineage.Stage stage = report.lineage().stages().getFirst();
        assertThat(stage.name()).isEqualTo("first");
        assertThat(
                        requireNonNull(stage.lineage().parameters().get("w"))
                                .contributions()
                                .get(1)
                                .weight())
                .isEqualTo(2.0 / 3);
        assertThat(report.lineage().models().getFirst().reference()).isEqualTo(FIRST);
        StringWriter text = new StringWriter();
        LineageJson.write(report.lineage(), text);
        Lineage read = LineageJson.read(new StringReader(text.toString()));
        assertThat(read.models().getFirst().reference()).isEqualTo(FIRST);
        assertThat(read.stages().getFirst().lineage().parameters())
                .isEqualTo(stage.lineage().parameters());
    }
}
