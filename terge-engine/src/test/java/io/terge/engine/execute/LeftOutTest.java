package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeListener;
import io.terge.api.MergeProgress;
import io.terge.engine.fixture.ComputedTensor;
import io.terge.engine.fixture.RecordingListener;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.engine.fixture.ScriptedModel;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/** A coefficient of 0 leaves a model out of a sum. */
class LeftOutTest {

    private static final ParameterSpec W = ParameterSpec.of("w", DType.F32, Shape.of(Scene.LENGTH));

    @Test
    void whatIsLeftOutIsNotRead() {
        Scene scene = scene(Output.linear(1, 0)).with(unreadable());
        scene.merge(MergeListener.none());
        assertThat(result(scene)).containsOnly(1);
        Scene negative = scene(Output.linear(2, -0.0)).with(unreadable());
        negative.merge(MergeListener.none());
        assertThat(result(negative)).containsOnly(2);
    }

    @Test
    void itsNaNsStayItsOwn() {
        float[] values = new float[Scene.LENGTH];
        Arrays.fill(values, Float.NaN);
        Scene scene =
                scene(Output.linear(1, 0))
                        .with(new ScriptedModel().with("w", TensorArray.of(values)));
        scene.merge(MergeListener.none());
        assertThat(result(scene)).containsOnly(1);
    }

    @Test
    void itCountsAsReadAllTheSame() {
        RecordingListener listener = new RecordingListener();
        long read = scene(Output.linear(1, 0)).with(unreadable()).merge(listener).bytesRead();
        MergeProgress last = listener.steps().getLast();
        assertThat(last.bytesDone()).isEqualTo(last.bytesTotal()).isEqualTo(read);
    }

    @Test
    void whereAllAreLeftOutTheResultIsZero() {
        Scene scene = scene(Output.linear(0, -0.0)).with(unreadable());
        scene.merge(MergeListener.none());
        assertThat(result(scene)).containsOnly(0.0); // And not -0.0.
    }

    @Test
    void theBaseIsLeftOutLikeAModel() {
        MethodDescription withBase = MethodDescription.of("scripted").withBase();
        Scene scene =
                Scene.of(
                        new ScriptedMethod(
                                "scripted", withBase, merge -> Output.linearWithBase(0, 5)));
        scene.left().with(unreadable("w"));
        scene.merge(MergeListener.none());
        assertThat(result(scene)).containsOnly(15);
    }

    @Test
    void aSumStartsWithItsFirstProductAndKeepsTheSignOfZero() {
        float[] zeros = new float[Scene.LENGTH];
        Arrays.fill(zeros, -0f);
        ScriptedModel model = new ScriptedModel().with("w", TensorArray.of(zeros));
        Scene scene = scene(Output.linear(0, 3)).with(model);
        scene.merge(MergeListener.none());
        assertThat(result(scene)).containsOnly(-0.0);
    }

    @Test
    void aSumOfLongRowsIsNotBoundToThem() {
        MethodDescription rows = MethodDescription.of("scripted").rows();
        Scene scene =
                Scene.of(new ScriptedMethod("scripted", rows, merge -> Output.linear(1, 0.5)));
        scene.merge(MergeListener.none());
        assertThat(result(scene)).containsOnly(2.5);
    }

    private static Scene scene(Output output) {
        return Scene.of(ScriptedMethod.of("scripted", merge -> output));
    }

    private static ScriptedModel unreadable() {
        return new ScriptedModel().with(unreadable("w"));
    }

    private static ComputedTensor unreadable(String name) {
        return new ComputedTensor(
                ParameterSpec.of(name, DType.F32, W.shape()),
                element -> {
                    throw new IOException("not to be read");
                });
    }

    private static double[] result(Scene scene) {
        return Objects.requireNonNull(scene.result().get("w")).toDoubles();
    }
}
