package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeListener;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.engine.fixture.ScriptedTarget;
import io.terge.error.Problem;
import io.terge.error.TergeCode;

import org.junit.jupiter.api.Test;

import java.util.List;

class TargetWarningsTest {

    @Test
    void whatATargetTellsAfterItIsClosedIsInTheReport() {
        Problem locks = Problem.of(TergeCode.NO_LOCKS, "No locks here");
        Problem left = Problem.of(TergeCode.NOT_REMOVED, "Not removed").fix("remove it");
        ScriptedTarget target =
                new ScriptedTarget() {
                    @Override
                    protected List<Problem> warnings() {
                        return open() == 0 ? List.of(locks, left) : List.of(locks);
                    }
                };
        Scene scene = Scene.of(ScriptedMethod.of("first", ScriptedMethod::first)).to(target);
        assertThat(scene.merge(MergeListener.none()).warnings()).endsWith(locks, left);
    }
}
