package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeRejectedException;
import io.terge.api.MergeReport;
import io.terge.api.PreparedMerge;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedModel;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

/** Merges whose models stay open from planning on. */
class PreparedMergeTest {

    @Test
    void aRequestIsMergedWithOneOpeningOfEachModel() {
        Watched right = new Watched();
        Scene scene = Scene.of().with(right);
        scene.merge(MergeListener.none());
        assertThat(right.openings).isEqualTo(1);
        assertThat(scene.result()).containsKeys("w", "n");
        scene.checkAllIsClosed();
    }

    @Test
    void aModelThatIsMergedTwiceIsOpenedOnce() {
        Watched right = new Watched();
        Scene scene = Scene.of().with(right);
        scene.merger().merge(scene.request().model(right.as("right")).build());
        assertThat(right.openings).isEqualTo(1);
        scene.checkAllIsClosed();
    }

    @Test
    void aPreparedMergeDoesWhatItsPlanSays() {
        Scene scene = Scene.of();
        MergePlan plan = scene.merger().plan(scene.request().build());
        MergeReport report = scene.merger().merge(plan);
        Scene again = Scene.of();
        try (PreparedMerge merge = prepared(again)) {
            assertThat(merge.plan().parameters()).isEqualTo(plan.parameters());
            assertThat(merge.run(MergeListener.none()).lineage().parameters())
                    .isEqualTo(report.lineage().parameters());
        }
        assertThat(again.result())
                .hasEntrySatisfying("w", w -> assertThat(w.toDoubles()).containsOnly(2));
        again.checkAllIsClosed();
    }

    @Test
    void aPreparedMergeThatIsNotRunClosesItsModels() {
        Scene scene = Scene.of();
        PreparedMerge merge = prepared(scene);
        assertThat(scene.left().open() + scene.right().open()).isEqualTo(2);
        merge.close();
        scene.checkNothingIsLeft();
    }

    @Test
    void aRequestThatIsRejectedLeavesNoModelOpen() {
        Scene scene = Scene.of();
        assertThatThrownBy(
                        () ->
                                scene.merger()
                                        .prepare(
                                                scene.request().method("none").build(),
                                                MergeListener.none()))
                .isInstanceOf(MergeRejectedException.class);
        scene.checkNothingIsLeft();
    }

    @Test
    void aModelThatHasChangedSinceItWasPreparedIsOpenedAgain() {
        Watched right = new Watched();
        Scene scene = Scene.of().with(right);
        try (PreparedMerge merge = prepared(scene)) {
            right.isTouched = true;
            merge.run(MergeListener.none());
        }
        assertThat(right.openings).isEqualTo(2);
        scene.checkAllIsClosed();
    }

    @Test
    void aModelWithOtherHeadersThanItWasPreparedWithIsRefused() {
        Watched right = new Watched();
        Scene scene = Scene.of().with(right);
        try (PreparedMerge merge = prepared(scene)) {
            right.isTouched = true;
            right.with("w", TensorArray.of(new float[2]));
            assertThatThrownBy(() -> merge.run(MergeListener.none()))
                    .isInstanceOf(TergeException.class)
                    .hasMessageContaining("'w' of right has changed since the plan was made");
        }
        scene.checkNothingIsLeft();
    }

    private static PreparedMerge prepared(Scene scene) {
        return scene.merger().prepare(scene.request().build(), MergeListener.none());
    }

    /** Counts how often it is opened, and may say once that it has changed. */
    private static final class Watched extends ScriptedModel {
        private int openings;
        private boolean isTouched;

        Watched() {
            Scene.fill(this, 3);
        }

        @Override
        protected void opening() {
            openings++;
        }

        @Override
        protected void checking() {
            if (isTouched) {
                isTouched = false;
                throw new TergeException(Problem.of(TergeCode.MODEL_CHANGED, "It was touched"));
            }
        }
    }
}
