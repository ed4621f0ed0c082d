package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeRequest;
import io.terge.engine.Terge;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.model.ModelReference;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Inputs of -0 and 2, and a base that spoils every sum that it is part of, even times 0. */
class BaseCoefficientTest {

    @Test
    void zeroLeavesTheBaseOut() {
        assertThat(merge(Output.linear(1, 1))).containsExactly(-0.0, 4);
        assertThat(merge(Output.linearWithBase(0, 1, 1))).containsExactly(-0.0, 4);
    }

    @Test
    void anyOtherTakesItInWhateverItsSign() {
        assertThat(merge(Output.linearWithBase(3, 1, 1)))
                .containsExactly(3, Double.POSITIVE_INFINITY);
        assertThat(merge(Output.linearWithBase(-3, 1, 1)))
                .containsExactly(-3, Double.NEGATIVE_INFINITY);
    }

    @Test
    void isAlwaysAPartOfTaskVectors() {
        assertThat(merge(Output.taskVectors(0.5, 0.5))[0]).isZero();
        assertThat(merge(Output.taskVectors(0, 0))).containsExactly(1, Double.POSITIVE_INFINITY);
        assertThat(merge(Output.taskVectors(2, 0))[0]).isEqualTo(-1);
    }

    private static double[] merge(Output output) {
        MethodDescription description = MethodDescription.of("scripted").withBase();
        Map<String, TensorArray> input = Map.of("w", TensorArray.of(new float[] {-0f, 2}));
        Map<String, TensorArray> base =
                Map.of("w", TensorArray.of(new float[] {1, Float.POSITIVE_INFINITY}));
        Map<String, TensorArray> merged = new HashMap<>();
        Terge.builder()
                .plugin(new ScriptedMethod("scripted", description, merge -> output))
                .build()
                .merge(
                        MergeRequest.builder()
                                .model(ModelReference.of(input, "a"))
                                .model(ModelReference.of(input, "b"))
                                .base(ModelReference.of(base, "base"))
                                .method("scripted")
                                .to(ModelReference.of(merged, "merged"))
                                .build());
        return Objects.requireNonNull(merged.get("w")).toDoubles();
    }
}
