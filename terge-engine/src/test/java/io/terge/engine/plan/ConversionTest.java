package io.terge.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import io.terge.api.Action;
import io.terge.api.MergePlan;
import io.terge.api.MergeReport;
import io.terge.api.MergeRequest;
import io.terge.api.Merger;
import io.terge.api.ModelScope;
import io.terge.api.ParameterPlan;
import io.terge.engine.Terge;
import io.terge.engine.fixture.ScriptedAdapter;
import io.terge.engine.fixture.ScriptedModel;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.Shape;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;

/** A conversion is a merge of one model that merges nothing. */
class ConversionTest {

    private static final float THIRD = 1f / 3;

    private final Merger merger = Terge.builder().plugin(new ScriptedAdapter()).build();
    private final Map<String, TensorArray> result = new LinkedHashMap<>();
    private final ModelReference target = ModelReference.of(result, "result");
    private final ScriptedModel model =
            new ScriptedModel() {
                @Override
                protected Map<String, String> ties() {
                    return Map.of("head", "embedding");
                }
            }.with("embedding", TensorArray.of(new float[] {THIRD, -2}))
                    .with("head", TensorArray.of(new float[] {THIRD, -2}))
                    .with("steps", TensorArray.zeros(DType.I64, Shape.of(1)));

    @Test
    void copiesAllParametersAndKeepsTies() {
        MergePlan plan = merger.plan(MergeRequest.convert(model.as("m")).to(target).build());
        assertThat(plan.parameters())
                .extracting(ParameterPlan::action)
                .satisfiesExactly(
                        embedding -> assertConverted(embedding),
                        head -> assertThat(head).isEqualTo(new Action.Tied("embedding")),
                        steps -> assertConverted(steps));
        assertThat(plan.warnings()).isEmpty();
        assertThat(plan.merged()).isEmpty();
        MergeReport report = merger.merge(plan);
        assertThat(report.copied()).isEqualTo(2);
        assertThat(report.tied()).isOne();
        assertThat(report.warnings()).isEmpty();
        assertThat(requireNonNull(result.get("embedding")).toDoubles()).containsExactly(THIRD, -2);
    }

    @Test
    void roundsOnceToAnotherType() {
        merger.merge(MergeRequest.convert(model.as("m")).dtype(DType.BF16).to(target).build());
        TensorArray embedding = requireNonNull(result.get("embedding"));
        assertThat(embedding.spec("x").dtype()).isEqualTo(DType.BF16);
        // 1/3 is 0x3EAAAAAB in binary32; its upper 16 bits, to nearest, are 0x3EAB.
        assertThat(embedding.toDoubles()).containsExactly(Float.intBitsToFloat(0x3EAB0000), -2);
        assertThat(requireNonNull(result.get("steps")).spec("x").dtype()).isEqualTo(DType.I64);
    }

    @Test
    void mayRename() {
        merger.merge(
                MergeRequest.convert(model.as("m"))
                        .rename(ModelScope.all(), "^", "model.")
                        .to(target)
                        .build());
        assertThat(result.keySet()).contains("model.embedding", "model.steps");
    }

    @Test
    void saysWhatItCannotConvert() {
        assertThatThrownBy(
                        () ->
                                merger.plan(
                                        MergeRequest.convert(ModelReference.at("/no/such"))
                                                .to(target)
                                                .build()))
                .hasMessageStartingWith("Cannot convert /no/such into result")
                .hasMessageContaining("[MODEL_NOT_FOUND]");
    }

    @Test
    void hasNothingOfAMerge() {
        ModelReference m = model.as("m");
        assertThat(MergeRequest.convert(m).build().methods()).isEmpty();
        assertThat(MergeRequest.convert(m).build().isConversion()).isTrue();
        assertThat(MergeRequest.builder().model(m).build().isConversion()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> MergeRequest.convert(m).model(m).build())
                .withMessageStartingWith("A conversion has one model, and no methods");
        assertThatIllegalStateException()
                .isThrownBy(() -> MergeRequest.convert(m).method("ties").build());
        assertThatIllegalStateException()
                .isThrownBy(() -> MergeRequest.convert(m).weights(1).build());
        assertThatIllegalStateException()
                .isThrownBy(() -> MergeRequest.convert(m).exclude("x").build());
        assertThatIllegalStateException().isThrownBy(() -> MergeRequest.convert(m).base(0).build());
    }

    private static void assertConverted(Action action) {
        assertThat(action)
                .isInstanceOfSatisfying(
                        Action.Copy.class,
                        copy -> assertThat(copy.reason()).isEqualTo(Action.Reason.CONVERTED));
    }
}
