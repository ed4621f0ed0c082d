package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeListener;
import io.terge.engine.fixture.Golden;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.engine.fixture.ScriptedTarget;
import io.terge.error.ErrorCode;
import io.terge.error.TergeException;
import io.terge.spi.MethodDescription;
import io.terge.spi.ParameterMerge;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;

class MethodFailuresTest {

    @Test
    void aMethodThatThrowsIsNamedWithItsParameterAndModels() {
        IllegalStateException cause = new IllegalStateException("singular");
        TergeException failure = scripted(merge -> fail(cause)).problem();
        assertThat(failure.code()).isEqualTo(ErrorCode.PLUGIN_FAILED);
        assertThat(failure).hasCause(cause);
        Golden.check("method-throws", Objects.requireNonNull(failure.getMessage()));
    }

    @Test
    void aMethodThatThrowsInABlockIsNamedTheSame() {
        IllegalStateException cause = new IllegalStateException("singular");
        TergeException failure =
                scripted(merge -> merge.forEachBlock(block -> fail(cause))).problem();
        assertThat(failure).hasCause(cause);
        Golden.check("method-throws", Objects.requireNonNull(failure.getMessage()));
    }

    @Test
    void aMethodThatWritesNothingIsNamed() {
        TergeException failure = scripted(merge -> {}).problem();
        Golden.check("method-writes-nothing", Objects.requireNonNull(failure.getMessage()));
    }

    @Test
    void aMethodThatWritesTwiceIsNamed() {
        TergeException failure =
                scripted(
                                merge -> {
                                    merge.combine(1, 0);
                                    merge.combine(0, 1);
                                })
                        .problem();
        assertThat(failure.code()).isEqualTo(ErrorCode.PLUGIN_FAILED);
        assertThat(failure).hasMessageContaining("A method writes its output once");
    }

    @Test
    void aMethodWithTooFewCoefficientsIsNamed() {
        TergeException failure = scripted(merge -> merge.combine(1)).problem();
        assertThat(failure.code()).isEqualTo(ErrorCode.PLUGIN_FAILED);
        assertThat(failure).hasMessageContaining("There are 2 inputs but 1 coefficients");
    }

    @Test
    void aMethodThatDoesNotSayThatItUsesTheBaseDoesNotGetIt() {
        assertThat(scripted(merge -> merge.combineWithBase(1, 0, 0)).problem())
                .hasMessageContaining("does not say that it uses the base");
        assertThat(scripted(merge -> merge.forEachBlock(block -> block.base()[0] = 1)).problem())
                .hasMessageContaining("does not say that it uses the base");
    }

    @Test
    void anErrorPassesThroughAsItIs() {
        StackOverflowError error = new StackOverflowError();
        assertThat(scripted(merge -> fail(error)).failure()).isSameAs(error);
        assertThat(scripted(merge -> merge.forEachBlock(block -> fail(error))).failure())
                .isSameAs(error);
    }

    @Test
    void aMethodThatDoesNotLinkIsNamed() {
        NoSuchMethodError cause = new NoSuchMethodError("io.acme.Maths.norm()");
        TergeException failure =
                scripted(merge -> merge.forEachBlock(block -> fail(cause))).problem();
        assertThat(failure.code()).isEqualTo(ErrorCode.PLUGIN_FAILED);
        assertThat(failure).hasMessageContaining("io.acme.Maths.norm()").hasCause(cause);
    }

    @Test
    void aMethodThatHidesAFailedWriteDoesNotMakeAnOutput() {
        Scene scene =
                scripted(
                        merge -> {
                            try {
                                merge.combine(0.5, 0.5);
                            } catch (TergeException hidden) {
                                assertThat(hidden).isNotNull();
                            }
                        });
        TergeException failure = scene.to(new Broken()).problem();
        assertThat(failure.code()).isEqualTo(ErrorCode.CANNOT_WRITE);
    }

    @Test
    void aMethodThatWrapsAFailedWriteIsNotBlamed() {
        Scene scene =
                scripted(
                        merge -> {
                            try {
                                merge.combine(0.5, 0.5);
                            } catch (TergeException wrapped) {
                                throw new IllegalStateException("oh no", wrapped);
                            }
                        });
        assertThat(scene.to(new Broken()).problem().code()).isEqualTo(ErrorCode.CANNOT_WRITE);
    }

    @Test
    void aFunctionMayOverwriteItsInputs() {
        Scene scene =
                scripted(
                        merge ->
                                merge.forEachBlock(
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
                                merge -> merge.combineWithBase(1 - 0.25, 0.25)));
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
                                        merge.forEachBlock(
                                                block -> {
                                                    for (int i = 0; i < block.length(); i++) {
                                                        block.output()[i] =
                                                                block.input(0)[i] - block.base()[i];
                                                    }
                                                })));
        scene.merge(MergeListener.none());
        assertThat(Objects.requireNonNull(scene.result().get("w")).toDoubles()).containsOnly(2);
    }

    private static Scene scripted(Consumer<ParameterMerge> script) {
        return Scene.of(ScriptedMethod.of("scripted", script));
    }

    private static void fail(RuntimeException failure) {
        throw failure;
    }

    private static void fail(Error error) {
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
