package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeListener;
import io.terge.engine.fixture.ComputedTensor;
import io.terge.engine.fixture.Golden;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.engine.fixture.ScriptedModel;
import io.terge.engine.fixture.ScriptedTarget;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.Tensor;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

class MethodFailuresTest {

    @Test
    void aMethodThatThrowsIsNamedWithItsParameterAndModels() {
        IllegalStateException cause = new IllegalStateException("singular");
        TergeException failure = scripted(merge -> fail(cause)).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.PLUGIN_FAILED);
        assertThat(failure).hasCause(cause);
        Golden.check("method-throws", Objects.requireNonNull(failure.getMessage()));
    }

    @Test
    void aMethodThatThrowsInABlockIsNamedTheSame() {
        IllegalStateException cause = new IllegalStateException("singular");
        TergeException failure = scripted(merge -> Output.blocks(block -> fail(cause))).problem();
        assertThat(failure).hasCause(cause);
        Golden.check("method-throws", Objects.requireNonNull(failure.getMessage()));
    }

    @Test
    @SuppressWarnings("NullAway") // As a method that is compiled without the check does.
    void aMethodThatReturnsNullIsNamed() {
        TergeException failure = scripted(merge -> null).problem();
        Golden.check("method-returns-null", Objects.requireNonNull(failure.getMessage()));
    }

    @Test
    void aMethodWithTooFewCoefficientsIsNamed() {
        TergeException failure = scripted(merge -> Output.linear(1)).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.PLUGIN_FAILED);
        Golden.check("method-coefficients", Objects.requireNonNull(failure.getMessage()));
    }

    @Test
    void aMethodThatDoesNotSayThatItUsesTheBaseDoesNotGetIt() {
        assertThat(scripted(merge -> Output.linearWithBase(1, 0, 0)).problem())
                .hasMessageContaining("a term of the base for 'w' of left, right")
                .hasMessageContaining("does not declare withBase()");
        assertThat(scripted(merge -> Output.linearWithBase(0, 1, 0)).problem())
                .hasMessageContaining("does not declare withBase()");
        assertThat(scripted(merge -> Output.blocks(block -> block.base()[0] = 1)).problem())
                .hasMessageContaining("does not declare withBase()");
    }

    @Test
    void aMethodThatReturnsMoreThanItsAccessSaysIsNamed() {
        assertThat(scripted(merge -> Output.rows(block -> {})).problem())
                .hasMessageContaining("it returns rows for 'w' of left, right")
                .hasMessageContaining("does not declare rows()");
        assertThat(scripted(merge -> Output.whole(new double[Scene.LENGTH])).problem())
                .hasMessageContaining("it returns a whole tensor for 'w' of left, right")
                .hasMessageContaining("does not declare wholeTensors()");
        MethodDescription whole = MethodDescription.of("whole").wholeTensors();
        Scene scene =
                Scene.of(new ScriptedMethod("whole", whole, merge -> Output.whole(new double[5])));
        assertThat(scene.problem())
                .hasMessageContaining("expected 2000000 values for 'w' of left, right")
                .hasMessageContaining("got 5");
    }

    @Test
    void anErrorPassesThroughAsItIs() {
        StackOverflowError error = new StackOverflowError();
        assertThat(scripted(merge -> fail(error)).failure()).isSameAs(error);
        assertThat(scripted(merge -> Output.blocks(block -> fail(error))).failure())
                .isSameAs(error);
    }

    @Test
    void aMethodThatDoesNotLinkIsNamed() {
        NoSuchMethodError cause = new NoSuchMethodError("io.acme.Maths.norm()");
        TergeException failure = scripted(merge -> Output.blocks(block -> fail(cause))).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.PLUGIN_FAILED);
        assertThat(failure).hasMessageContaining("io.acme.Maths.norm()").hasCause(cause);
    }

    @Test
    void aMethodThatHidesAFailedReadDoesNotMakeAnOutput() {
        Scene scene =
                reading(
                        merge -> {
                            try {
                                merge.gram();
                            } catch (TergeException hidden) {
                                assertThat(hidden).isNotNull();
                            }
                            return Output.linear(1, 0);
                        });
        assertThat(scene.problem().code()).isEqualTo(TergeCode.CANNOT_READ);
    }

    @Test
    void aMethodThatWrapsAFailedReadIsNotBlamed() {
        Scene scene =
                reading(
                        merge -> {
                            try {
                                merge.gram();
                            } catch (TergeException wrapped) {
                                throw new IllegalStateException("oh no", wrapped);
                            }
                            return Output.linear(1, 0);
                        });
        assertThat(scene.problem().code()).isEqualTo(TergeCode.CANNOT_READ);
    }

    @Test
    void aFailedWriteIsNotBlamedOnTheMethod() {
        TergeException failure = scripted(ScriptedMethod::first).to(new Broken()).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.CANNOT_WRITE);
    }

    @Test
    void aFunctionMayOverwriteItsInputs() {
        Scene scene =
                scripted(
                        merge ->
                                Output.blocks(
                                        block -> {
                                            for (int i = 0; i < block.length(); i++) {
                                                block.output()[i] = block.input(1)[i];
                                            }
                                            Arrays.fill(block.input(0), 7);
                                            Arrays.fill(block.input(1), 7);
                                        }));
        scene.merge(MergeListener.none());
        assertThat(Objects.requireNonNull(scene.result().get("w")).toDoubles()).containsOnly(3);
    }

    @Test
    void aMethodOnDifferencesCombinesWithTheBase() {
        Scene scene =
                Scene.of(
                        new ScriptedMethod(
                                "delta",
                                MethodDescription.of("task vector").withBase().absoluteWeights(),
                                merge -> Output.linearWithBase(1 - 0.25, 0.25)));
        scene.merge(MergeListener.none());
        assertThat(Objects.requireNonNull(scene.result().get("w")).toDoubles())
                .containsOnly(0.75 * 1 + 0.25 * 3);
    }

    @Test
    void aFunctionOfBlocksSeesTheBase() {
        Scene scene =
                Scene.of(
                        new ScriptedMethod(
                                "delta",
                                MethodDescription.of("task vector").withBase(),
                                merge ->
                                        Output.blocks(
                                                block -> {
                                                    for (int i = 0; i < block.length(); i++) {
                                                        block.output()[i] =
                                                                block.input(0)[i] - block.base()[i];
                                                    }
                                                })));
        scene.merge(MergeListener.none());
        assertThat(Objects.requireNonNull(scene.result().get("w")).toDoubles()).containsOnly(2);
    }

    private static Scene scripted(Function<ParameterMerge, Output> script) {
        return Scene.of(ScriptedMethod.of("scripted", script));
    }

    /** A method of two passes over models of which the second cannot be read. */
    private static Scene reading(Function<ParameterMerge, Output> script) {
        ParameterSpec spec = ParameterSpec.of("w", DType.F32, Shape.of(Scene.LENGTH));
        Tensor unreadable =
                new ComputedTensor(
                        spec,
                        element -> {
                            throw new IOException("bad sector");
                        });
        MethodDescription twice = MethodDescription.of("twice").passes(2);
        return Scene.of(new ScriptedMethod("scripted", twice, script))
                .with(new ScriptedModel().with(unreadable));
    }

    private static Output fail(RuntimeException failure) {
        throw failure;
    }

    private static Output fail(Error error) {
        throw error;
    }

    private static final class Broken extends ScriptedTarget {
        @Override
        protected void writing(String parameter, long offset, long count) throws IOException {
            if (parameter.equals("w")) {
                throw new IOException("the cable is out");
            }
        }
    }
}
