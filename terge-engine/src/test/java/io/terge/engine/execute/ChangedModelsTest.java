package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedModel;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Models that are not what they were when the plan was made. */
class ChangedModelsTest {

    @Test
    void aModelThatHasChangedSinceThePlanIsRefused() {
        assertThat(changed("another shape", m -> m.with("w", TensorArray.of(new float[2]))))
                .contains("'w' of right has changed since the plan was made")
                .contains("expected w F32 [2000000], got w F32 [2]")
                .contains("fix: plan again, and do not modify the models until the merge is done");
    }

    @Test
    void aBaseWithNewParametersIsRefused() {
        Scene scene = Scene.of();
        MergePlan plan = scene.merger().plan(scene.request().build());
        scene.left().with("new", TensorArray.of(new float[2]));
        TergeException failure = merge(scene, plan);
        assertThat(failure.code()).isEqualTo(TergeCode.MODEL_CHANGED);
        assertThat(failure)
                .hasMessageContaining("The headers of left have changed since the plan was made")
                .hasMessageContaining("not read by the plan: new");
    }

    @Test
    void aModelThatLacksAParameterSinceThePlanIsRefused() {
        Scene scene = Scene.of().with(new Fickle());
        MergePlan plan = scene.merger().plan(scene.request().build());
        ((Fickle) scene.right()).isEmpty = true;
        assertThat(merge(scene, plan))
                .hasMessageContaining("'w' of right has changed since the plan was made")
                .hasMessageContaining("it is missing");
    }

    private static String changed(String how, Consumer<ScriptedModel> change) {
        Scene scene = Scene.of();
        MergePlan plan = scene.merger().plan(scene.request().build());
        change.accept(scene.right());
        TergeException failure = merge(scene, plan);
        assertThat(failure.code()).as(how).isEqualTo(TergeCode.MODEL_CHANGED);
        return Objects.requireNonNull(failure.getMessage());
    }

    private static TergeException merge(Scene scene, MergePlan plan) {
        Throwable thrown = catchThrowable(() -> scene.merger().merge(plan, MergeListener.none()));
        assertThat(thrown).isInstanceOf(TergeException.class);
        scene.checkNothingIsLeft();
        return (TergeException) thrown;
    }

    /** Loses its parameters when a test says so. */
    private static final class Fickle extends ScriptedModel {
        private boolean isEmpty;

        Fickle() {
            Scene.fill(this, 3);
        }

        @Override
        protected List<ParameterSpec> specs() {
            return isEmpty ? List.of() : super.specs();
        }
    }
}
