package io.terge.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.MergePlan;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.engine.Terge;
import io.terge.engine.fixture.Numbers;
import io.terge.engine.fixture.SampleMethods;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.Shape;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;

class StagesInPlansTest {

    private static final int LENGTH = 1000;
    private static final ModelReference FIRST = ModelReference.ofStage("first");

    private final Map<String, TensorArray> a = model();
    private final Map<String, TensorArray> b = model();
    private final Map<String, TensorArray> c = model();

    private static Map<String, TensorArray> model() {
        Map<String, TensorArray> arrays = new LinkedHashMap<>();
        arrays.put("w", Numbers.array(DType.BF16, new double[LENGTH]));
        arrays.put("v", Numbers.array(DType.F32, 1, 2, 3));
        arrays.put("ids", TensorArray.zeros(DType.I64, Shape.of(2)));
        return arrays;
    }

    private static ModelReference reference(Map<String, TensorArray> arrays) {
        return ModelReference.of(arrays, "memory");
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

    @Test
    void countsWhatIsReadForIt() {
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        MergeRequest request =
                second(FIRST)
                        .stage("first", first().method("unit-norms").build())
                        .to(reference(merged))
                        .build();
        MergePlan plan = merger(2).plan(request);
        long bytes = 2L * LENGTH + 4 * 3;
        // Two models for the inner products, then twice two and the third: the ids of one.
        assertThat(plan.bytesRead()).isEqualTo(2 * bytes + 3 * bytes + 8 * 2);
        assertThat(merger(2).merge(plan).bytesRead()).isEqualTo(plan.bytesRead());
    }

    @Test
    void ofAnotherNameIsUnknown() {
        assertThatThrownBy(
                        () ->
                                merger(1)
                                        .plan(
                                                second(ModelReference.ofStage("fist"))
                                                        .stage("first", first().build())
                                                        .build()))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        thrown -> {
                            assertThat(thrown.code()).isEqualTo(TergeCode.UNKNOWN_STAGE);
                            assertThat(thrown).hasMessageContaining("Did you mean 'first'?");
                        });
    }

    @Test
    void isPlannedTogetherWithTheRest() {
        assertThatThrownBy(
                        () ->
                                merger(1)
                                        .plan(
                                                second(FIRST)
                                                        .stage("first", first().method("x").build())
                                                        .stage("other", first().method("y").build())
                                                        .build()))
                .hasMessageContaining("There is no merge method 'x'")
                .hasMessageContaining("stage: first")
                .hasMessageContaining("There is no merge method 'y'")
                .hasMessageContaining("2 problems");
    }

    @Test
    void hasOneNameEach() {
        MergeRequestBuilder request = second(FIRST).stage("first", first().build());
        assertThatThrownBy(() -> request.stage("first", first().build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two stages are named 'first'");
    }

    @Test
    void hasNoStagesOfItsOwnAndReplacesNothing() {
        MergeRequest nested = second(FIRST).stage("first", first().build()).build();
        assertThatThrownBy(() -> MergeRequest.builder().stage("x", nested))
                .hasMessage("The stage 'x' must not have stages of its own");
        assertThatThrownBy(() -> MergeRequest.builder().stage("x", first().inPlace().build()))
                .hasMessage("The stage 'x' must not replace its base");
    }

    @Test
    void rejectsAStrictRequestForItsWarnings() {
        MergeRequest request =
                second(FIRST)
                        .stage("first", first().option("regex:none", "density", "1").build())
                        .strict()
                        .build();
        assertThatThrownBy(() -> merger(1).plan(request)).hasMessageContaining("stage: first");
    }
}
