package io.terge.engine.plan;

import static io.terge.engine.plan.ParameterDecisionsTest.output;
import static io.terge.engine.plan.ParameterDecisionsTest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.terge.api.Action;
import io.terge.api.MergePlan;
import io.terge.api.MergeRejectedException;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.api.OutputPlan;
import io.terge.engine.Terge;
import io.terge.engine.fixture.DescribedModel;
import io.terge.engine.fixture.ScriptedAdapter;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.TensorArray;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;

class OutputTypesTest {

    private static final Merger MERGER = Terge.create();

    private final TinyModel a = model(1);
    private final TinyModel b = model(2);

    @Test
    void areThoseOfTheFirstRuleThatMatchesAndOneForTheRest() {
        MergePlan plan =
                MERGER.plan(
                        request(a, b)
                                .dtype("norm", DType.F64)
                                .dtype(DType.BF16)
                                .dtype("regex:^(norm|bias|ids)$", DType.F32)
                                .build());
        assertThat(output(plan, "norm").dtype()).isEqualTo(DType.F64);
        assertThat(output(plan, "bias").dtype()).isEqualTo(DType.F32);
        assertThat(output(plan, "weight").dtype()).isEqualTo(DType.BF16);
        assertThat(output(plan, "ids").dtype()).isEqualTo(DType.I64);
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void areTheBasesWithoutARule() {
        MergePlan plan = MERGER.plan(request(a, b).dtype("norm", DType.F64).build());
        assertThat(output(plan, "norm").dtype()).isEqualTo(DType.F64);
        assertThat(output(plan, "weight").dtype()).isEqualTo(DType.F16);
    }

    @Test
    void areForCopiesToo() {
        TinyModel more = a.with("alone", DType.F16, 2);
        MergeRequestBuilder request = request(more, b).exclude("norm").dtype("norm", DType.F64);
        MergePlan plan = MERGER.plan(request.dtype("alone", DType.F32).build());
        assertThat(output(plan, "norm").dtype()).isEqualTo(DType.F64);
        assertThat(output(plan, "alone").dtype()).isEqualTo(DType.F32);
        MergeRequest convert =
                MergeRequest.convert(a.inMemory("a")).dtype("bias", DType.F64).build();
        assertThat(output(MERGER.plan(convert), "bias").dtype()).isEqualTo(DType.F64);
        assertThat(output(MERGER.plan(convert), "norm").dtype()).isEqualTo(DType.F32);
    }

    @Test
    void ofTiedNamesMayDifferAndThenTheyAreTwoTensors() {
        DescribedModel tied =
                new DescribedModel()
                        .parameter("embedding", DType.F16)
                        .parameter("head", DType.F16)
                        .tie("head", "embedding");
        MergeRequestBuilder request =
                MergeRequest.builder().model(tied.as("a")).model(tied.as("b"));
        Merger merger = Terge.builder().plugin(new ScriptedAdapter()).build();
        MergePlan both = merger.plan(request.dtype(DType.BF16).build());
        assertThat(action(both, "head")).isEqualTo(new Action.Tied("embedding"));
        MergePlan one = merger.plan(request.dtype("head", DType.F32).build());
        assertThat(action(one, "head")).isInstanceOf(Action.Merge.class);
        assertThat(output(one, "head").dtype()).isEqualTo(DType.F32);
        assertThat(output(one, "embedding").dtype()).isEqualTo(DType.BF16);
    }

    @Test
    void warnWhereARuleMatchesNothing() {
        assertThat(MERGER.plan(request(a, b).dtype("glob:*.norm", DType.F32).build()).warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "[SELECTOR_MATCHES_NOTHING] No parameter of the output matches"
                                + " dtype rule 1: \"glob:*.norm\" -> F32");
    }

    @Test
    void areRejectedWhereNoNumberCanBeStoredAndSoAreSelectors() {
        assertThatExceptionOfType(MergeRejectedException.class)
                .isThrownBy(
                        () ->
                                MERGER.plan(
                                        request(a, b)
                                                .dtype("norm", DType.I8)
                                                .dtype("regx:norm", DType.F32)
                                                .build()))
                .satisfies(
                        rejected ->
                                assertThat(rejected.problems())
                                        .extracting(Problem::code, p -> p.cause().orElse(""))
                                        .containsExactly(
                                                tuple(
                                                        TergeCode.INVALID_OUTPUT_TYPE,
                                                        "dtype rule 1: \"norm\" -> I8"),
                                                tuple(
                                                        TergeCode.UNKNOWN_SELECTOR,
                                                        "dtype rule 2: \"regx:norm\" -> F32")));
    }

    @Test
    void giveTheOutputAMainType() {
        assertThat(main(request(a, b))).isEqualTo("none");
        assertThat(main(request(a, b).dtype(DType.BF16))).isEqualTo("BF16");
        assertThat(main(request(a, b).dtype(DType.BF16).dtype("weight", DType.F32)))
                .isEqualTo("BF16");
        assertThat(main(request(a, b).dtype(DType.BF16).dtype("regex:", DType.F32)))
                .isEqualTo("F32");
        assertThat(main(request(a, b).dtype("norm", DType.F64))).isEqualTo("F16");
        assertThat(main(request(a, b).dtype("weight", DType.F64))).isEqualTo("F64");
    }

    private static Action action(MergePlan plan, String name) {
        return plan.parameters().stream()
                .filter(parameter -> parameter.output().name().equals(name))
                .findFirst()
                .orElseThrow()
                .action();
    }

    private static String main(MergeRequestBuilder request) {
        ModelReference target = ModelReference.of(new LinkedHashMap<String, TensorArray>(), "out");
        return MERGER.plan(request.to(target).build())
                .output()
                .flatMap(OutputPlan::dtype)
                .map(DType::name)
                .orElse("none");
    }

    private static TinyModel model(long seed) {
        return TinyModel.seeded(seed)
                .with("weight", DType.F16, 100)
                .with("norm", DType.F32, 10)
                .with("bias", DType.F32, 3)
                .with("ids", DType.I64, 2);
    }
}
