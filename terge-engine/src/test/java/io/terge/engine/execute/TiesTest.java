package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedModel;
import io.terge.engine.fixture.ScriptedTarget;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

class TiesTest {

    private final Set<String> written = Collections.synchronizedSet(new HashSet<>());
    private final Map<String, String> ties = Collections.synchronizedMap(new HashMap<>());
    private final ScriptedTarget target =
            new ScriptedTarget() {
                @Override
                protected void creating(ModelBlueprint blueprint) {
                    ties.putAll(blueprint.ties());
                }

                @Override
                protected void writing(String parameter, long offset, long count) {
                    written.add(parameter);
                }
            };

    @Test
    void aParameterThatIsTiedIsNotWrittenAgain() {
        assertThat(merged(tied(3)).warnings()).isEmpty();
        assertThat(written).containsExactlyInAnyOrder("w", "n");
        assertThat(ties).containsExactly(Map.entry("head", "w"));
    }

    @Test
    void aModelWithOneOfTheNamesThatTheBaseTiesUsesItForBoth() {
        MergePlan plan = merged(Scene.fill(new ScriptedModel(), 3));
        assertThat(plan.warnings()).isEmpty();
        assertThat(plan.omissions().toString()).doesNotContain("head");
        assertThat(written).containsExactlyInAnyOrder("w", "n");
        assertThat(ties).containsExactly(Map.entry("head", "w"));
    }

    private MergePlan merged(ScriptedModel other) {
        Scene sound = Scene.of();
        Scene scene = new Scene(tied(1), other, target, sound.methods(), sound.threads());
        MergePlan plan = scene.merger().plan(scene.request().build());
        scene.merger().merge(plan, MergeListener.none());
        scene.checkAllIsClosed();
        return plan;
    }

    private static ScriptedModel tied(float number) {
        ScriptedModel model =
                new ScriptedModel() {
                    @Override
                    protected Map<String, String> ties() {
                        return Map.of("head", "w");
                    }
                };
        Scene.fill(model, number);
        TensorArray same = TensorArray.of(new float[Scene.LENGTH]);
        return model.with("head", same);
    }
}
