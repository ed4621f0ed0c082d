package io.terge.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.MergePlan;
import io.terge.engine.fixture.SampleMethods;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedModel;
import io.terge.engine.fixture.ScriptedTarget;
import io.terge.error.TergeException;
import io.terge.spi.method.MergeMethod;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;
import io.terge.tensor.Shape;
import io.terge.tensor.Tensor;

import org.junit.jupiter.api.Test;

import java.util.List;

class TooLongTest {

    private static final Shape LONG_ROW = Shape.of(1, 3_000_000_000L);
    private static final Shape MANY_ROWS = Shape.of(3_000_000, 1000);

    @Test
    void aRowThatNoArrayHoldsIsNotAMatterOfTheLimit() {
        assertThatThrownBy(() -> plan(SampleMethods.rowShares(), LONG_ROW))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("NOT_ENOUGH_MEMORY")
                .hasMessageContaining(
                        "w F8_E4M3 [1, 3000000000] exceeds Java's maximum array length")
                .hasMessageContaining("exclude these parameters");
        assertThatThrownBy(() -> plan(SampleMethods.transposed(), MANY_ROWS))
                .hasMessageContaining(
                        "w F8_E4M3 [3000000, 1000] exceeds Java's maximum array length");
    }

    @Test
    void onlyWhatAMethodTakesAsAWholeHasToFit() {
        assertThat(plan(SampleMethods.rowShares(), MANY_ROWS).merged()).hasSize(1);
        assertThat(plan(SampleMethods.mean(), LONG_ROW).merged()).hasSize(1);
    }

    private static MergePlan plan(MergeMethod method, Shape shape) {
        Scene scene =
                new Scene(model(shape), model(shape), new ScriptedTarget(), List.of(method), 2);
        return scene.merger().plan(scene.request().build());
    }

    private static ScriptedModel model(Shape shape) {
        return new ScriptedModel().with(new Unread(ParameterSpec.of("w", DType.F8_E4M3, shape)));
    }

    /** A tensor of which a plan needs the header alone. */
    private record Unread(ParameterSpec spec) implements Tensor {

        @Override
        public Part load(long start, int count, Scratch scratch) {
            throw new AssertionError("A plan reads no numbers");
        }
    }
}
