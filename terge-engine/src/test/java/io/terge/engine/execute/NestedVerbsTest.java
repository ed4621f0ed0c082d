package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.MergeListener;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.error.TergeException;
import io.terge.spi.MethodDescription;
import io.terge.spi.ParameterMerge;

import org.junit.jupiter.api.Test;

import java.util.function.Consumer;

/** A verb within another would change the numbers under the outer one's hands. */
class NestedVerbsTest {

    @Test
    void aStatisticWithinABlockIsRefused() {
        check(2, merge -> merge.forEachBlock(block -> merge.gram()));
    }

    @Test
    void writingWithinABlockIsRefused() {
        check(1, merge -> merge.forEachBlock(block -> merge.combine(1, 0)));
    }

    private static void check(int passes, Consumer<ParameterMerge> script) {
        MethodDescription description = MethodDescription.of("nested").passes(passes);
        Scene scene = Scene.of(new ScriptedMethod("nested", description, script));
        assertThatThrownBy(() -> scene.merge(MergeListener.none()))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("[PLUGIN_FAILED]")
                .hasMessageContaining("called while another is at work");
        scene.checkNothingIsLeft();
    }
}
