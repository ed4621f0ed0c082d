package io.terge.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.MergeRequest;
import io.terge.engine.Terge;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.error.ErrorCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
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
                                        .isEqualTo(ErrorCode.OUTPUT_NOT_SUPPORTED))
                .hasMessageContaining("cannot take new parameters");
        assertThat(own).containsExactly(1, 2, 3);
    }

    @Test
    void leavesTheMapAsItWasWhenTheMergeFailsHalfWay() {
        ScriptedMethod failing =
                ScriptedMethod.of(
                        "failing",
                        merge -> {
                            merge.combine(0.5, 0.5);
                            throw new IllegalStateException("after writing");
                        });
        assertThatThrownBy(() -> merge(failing)).hasMessageContaining("after writing");
        assertThat(own).containsExactly(1, 2, 3);
    }

    @Test
    void leavesTheMapAsItWasWhenTheMergeIsCancelledHalfWay() {
        ScriptedMethod stopped =
                ScriptedMethod.of(
                        "stopped",
                        merge -> {
                            merge.combine(0.5, 0.5);
                            Thread.currentThread().interrupt();
                        });
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
