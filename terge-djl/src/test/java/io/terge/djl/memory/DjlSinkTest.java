package io.terge.djl.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import io.terge.djl.NativeTest;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.TensorArray;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;

@NativeTest
class DjlSinkTest {

    private static final TinyModel MODEL =
            TinyModel.seeded(0)
                    .with("w", TensorArray.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2))
                    .with("b", TensorArray.of(new float[] {7, 8}));

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void writesIntoTheArraysThatAreThere() throws IOException {
        NDArray w = manager.zeros(new Shape(3, 2));
        NDArray b = manager.zeros(new Shape(2));
        w.setRequiresGradient(true);
        write(new ParameterBlock().with("w", w).with("b", b), Map.of());
        assertThat(w.toFloatArray()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(b.toFloatArray()).containsExactly(7, 8);
        assertThat(w.hasGradient()).isTrue();
        assertThat(b.hasGradient()).isFalse();
    }

    @Test
    void writesThroughTransposedArrays() throws IOException {
        NDArray storage = manager.zeros(new Shape(2, 3));
        NDArray w = storage.transpose();
        NDArray b = manager.zeros(new Shape(2, 2)).get(":, 0");
        w.setRequiresGradient(true);
        write(new ParameterBlock().with("w", w).with("b", b), Map.of());
        assertThat(w.toFloatArray()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(storage.toFloatArray()).containsExactly(1, 3, 5, 2, 4, 6);
        assertThat(b.toFloatArray()).containsExactly(7, 8);
        assertThat(w.hasGradient()).isTrue();
    }

    @Test
    void writesATieToEachArrayOfTheTarget() throws IOException {
        NDArray tied = manager.zeros(new Shape(2));
        ParameterBlock block =
                new ParameterBlock()
                        .with("w", manager.zeros(new Shape(3, 2)))
                        .with("b", manager.zeros(new Shape(2)))
                        .with("tied", tied);
        write(block, Map.of("tied", "b"));
        assertThat(tied.toFloatArray()).containsExactly(7, 8);
    }

    @Test
    void refusesTwoParametersForOneArray() {
        NDArray shared = manager.zeros(new Shape(2));
        TinyModel model = MODEL.with("c", TensorArray.of(new float[] {9, 9}));
        ParameterBlock block =
                new ParameterBlock()
                        .with("w", manager.zeros(new Shape(3, 2)))
                        .with("b", shared)
                        .with("c", shared);
        assertThat(refusal(model, block))
                .hasMessageContaining("'b' and 'c' are two parameters of the model, but one array");
    }

    @Test
    void refusesATieThatTheTargetHasElsewhere() {
        NDArray shared = manager.zeros(new Shape(2));
        ParameterBlock block =
                new ParameterBlock()
                        .with("w", manager.zeros(new Shape(3, 2)))
                        .with("b", shared)
                        .with("c", manager.zeros(new Shape(2)))
                        .with("tied", shared);
        TinyModel model = MODEL.with("c", TensorArray.of(new float[] {9, 9}));
        assertThat(refusal(model, block, Map.of("tied", "c")))
                .hasMessageContaining("'b' and 'c' are two parameters of the model, but one array");
    }

    @Test
    void refusesATieOfAnotherShape() {
        ParameterBlock block =
                new ParameterBlock()
                        .with("w", manager.zeros(new Shape(3, 2)))
                        .with("b", manager.zeros(new Shape(2)))
                        .with("tied", manager.zeros(new Shape(3)));
        assertThat(refusal(MODEL, block, Map.of("tied", "b")))
                .hasMessageContaining("'tied': expected F32 [3], got F32 [2]");
    }

    @Test
    void refusesOtherParametersBeforeAnythingIsChanged() {
        NDArray b = manager.ones(new Shape(2));
        ParameterBlock block =
                new ParameterBlock()
                        .with("w", manager.ones(new Shape(2, 3)))
                        .with("b", b)
                        .with("more", manager.ones(new Shape(2)));
        TergeException refusal =
                refusal(MODEL.with("missing", TensorArray.of(new float[1])), block);
        assertThat(refusal.code()).isEqualTo(DjlCode.DJL_TARGET_MISMATCH);
        assertThat(refusal)
                .hasMessageContaining("target does not have the parameters of the merged model")
                .hasMessageContaining("'w': expected F32 [2, 3], got F32 [3, 2]")
                .hasMessageContaining("'missing' is missing in the target")
                .hasMessageContaining("'more' of the target is not in the model");
        assertThat(b.toFloatArray()).containsExactly(1, 1);
    }

    @Test
    void listsAFewOfManyFaults() {
        assertThat(refusal(MODEL.with("x", TensorArray.of(new float[1])), emptyBlock()))
                .hasMessageContaining("and 1 more");
    }

    private ParameterBlock emptyBlock() {
        return new ParameterBlock().with("other", manager.zeros(new Shape(1)));
    }

    private static TergeException refusal(TinyModel model, ParameterBlock block) {
        return refusal(model, block, Map.of());
    }

    private static TergeException refusal(
            TinyModel model, ParameterBlock block, Map<String, String> ties) {
        return Objects.requireNonNull(
                catchThrowableOfType(TergeException.class, () -> write(model, block, ties)));
    }

    private static void write(ParameterBlock block, Map<String, String> ties) throws IOException {
        write(MODEL, block, ties);
    }

    private static void write(TinyModel model, ParameterBlock block, Map<String, String> ties)
            throws IOException {
        model.write(
                new DjlAdapter(),
                ModelReference.of(block, "target"),
                ModelBlueprint.of(model.specs()).withTies(ties).withOverwriting(true));
    }
}
