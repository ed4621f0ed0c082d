package io.terge.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.MergeReport;
import io.terge.api.MergeRequest;
import io.terge.engine.Terge;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.method.Output;
import io.terge.tensor.DType;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;

class InPlaceTest {

    private final float[] own = {1, 2, 3};
    private final float[] alone = {7};
    private final Map<String, TensorArray> base = new LinkedHashMap<>();
    private final Map<String, TensorArray> other =
            Map.of("w", TensorArray.of(new float[] {3, 4, 5}));

    InPlaceTest() {
        base.put("w", TensorArray.of(own));
        base.put("alone", TensorArray.of(alone));
    }

    @Test
    void writesIntoTheVeryArraysOfTheCaller() {
        TensorArray before = base.get("w");
        Terge.merge(base, other).inPlace();
        assertThat(own).containsExactly(2, 3, 4);
        assertThat(alone).containsExactly(7);
        assertThat(base.get("w")).isSameAs(before);
    }

    @Test
    void writesIntoAMapThatCannotBeChanged() {
        Terge.merge(Map.copyOf(base), other).inPlace();
        assertThat(own).containsExactly(2, 3, 4);
    }

    @Test
    void writesIntoAnotherModelThatIsTheBase() {
        Map<String, TensorArray> second = Map.of("w", TensorArray.of(new float[] {5, 6, 7}));
        Terge.merge(other, second)
                .with(request -> request.base(ModelReference.of(base, "base")))
                .inPlace();
        assertThat(own).containsExactly(4, 5, 6);
    }

    @Test
    void putsNewArraysWhereTheTypeIsAnother() {
        Terge.merge(base, other).with(request -> request.dtype(DType.F64)).inPlace();
        assertThat(own).containsExactly(1, 2, 3);
        assertThat(base.keySet()).containsExactly("w", "alone");
        assertThat(base.get("w"))
                .isNotNull()
                .satisfies(w -> assertThat(w.toDoubles()).containsExactly(2, 3, 4));
    }

    @Test
    void leavesTheMapAsItIsWhereItCannotTakeNewArrays() {
        Map<String, TensorArray> fixed = Map.copyOf(base);
        assertThatThrownBy(
                        () ->
                                Terge.merge(fixed, other)
                                        .with(request -> request.dtype(DType.F64))
                                        .inPlace())
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure ->
                                assertThat(failure.code())
                                        .isEqualTo(TergeCode.OUTPUT_NOT_SUPPORTED))
                .hasMessageContaining("cannot take new parameters");
        assertThat(own).containsExactly(1, 2, 3);
    }

    @Test
    void leavesTheMapAsItWasWhenTheMergeFailsHalfWay() {
        ScriptedMethod failing =
                ScriptedMethod.of(
                        "failing",
                        merge ->
                                Output.blocks(
                                        block -> {
                                            throw new IllegalStateException("half way");
                                        }));
        assertThatThrownBy(() -> merge(failing)).hasMessageContaining("half way");
        assertThat(own).containsExactly(1, 2, 3);
    }

    @Test
    void leavesTheMapAsItWasWhenTheMergeIsCancelledHalfWay() {
        ScriptedMethod stopped =
                ScriptedMethod.of(
                        "stopped",
                        merge -> Output.blocks(block -> Thread.currentThread().interrupt()));
        assertThatThrownBy(() -> merge(stopped)).hasMessageContaining("[CANCELLED]");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(own).containsExactly(1, 2, 3);
    }

    @Test
    void takesAwayWhatTheBaseDoesNotHave() {
        Map<String, TensorArray> old = new LinkedHashMap<>();
        old.put("stale", TensorArray.of(new float[1]));
        Terge.merge(base, other)
                .with(request -> request.overwrite())
                .to(ModelReference.of(old, "old"));
        assertThat(old.keySet()).containsExactly("w", "alone");
    }

    @Test
    void mergesATiedTensorOnceAndKeepsTheTie() {
        base.put("tied", base.get("w"));
        MergeReport report = Terge.merge(base, tied(other)).inPlace();
        assertThat(own).containsExactly(2, 3, 4);
        assertThat(base.get("tied")).isSameAs(base.get("w"));
        assertThat(report.lineage().parameters()).containsOnlyKeys("w");
    }

    @Test
    void keepsATieWhereTheTypeIsAnother() {
        base.put("tied", base.get("w"));
        Terge.merge(base, tied(other)).with(request -> request.dtype(DType.F64)).inPlace();
        assertThat(base.get("tied")).isSameAs(base.get("w"));
    }

    private static Map<String, TensorArray> tied(Map<String, TensorArray> model) {
        Map<String, TensorArray> tied = new LinkedHashMap<>(model);
        tied.put("tied", model.get("w"));
        return tied;
    }

    private void merge(ScriptedMethod method) {
        Terge.builder()
                .plugin(method)
                .build()
                .merge(
                        MergeRequest.builder()
                                .model(ModelReference.of(base, "base"))
                                .model(ModelReference.of(other, "other"))
                                .method(method.name())
                                .inPlace()
                                .build());
    }
}
