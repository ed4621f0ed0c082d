package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.terge.api.MergeListener;
import io.terge.api.MergeProgress;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.engine.fixture.ScriptedModel;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CountDownLatch;

/** An interrupt of the calling thread cancels a merge, wherever it is. */
@Timeout(60)
class CancellationTest {

    private final CountDownLatch never = new CountDownLatch(1);
    private final Thread caller = Thread.currentThread();

    @AfterEach
    void clearTheInterruptForTheNextTest() {
        Thread.interrupted();
    }

    @Test
    void beforeTheMerge() {
        Thread.currentThread().interrupt();
        check(Scene.of());
    }

    @Test
    void whileAWorkerIsBlocked() {
        check(
                Scene.of(
                        ScriptedMethod.of(
                                "slow",
                                merge ->
                                        Output.blocks(
                                                block -> {
                                                    caller.interrupt();
                                                    await();
                                                }))));
    }

    @Test
    void whileAMethodIsBlocked() {
        check(
                Scene.of(
                        ScriptedMethod.of(
                                "slow",
                                merge -> {
                                    caller.interrupt();
                                    await();
                                    return ScriptedMethod.first(merge);
                                })));
    }

    @Test
    void whileAMethodThatHidesItGathersAStatistic() {
        check(
                Scene.of(
                        new ScriptedMethod(
                                "deaf",
                                MethodDescription.of("deaf").passes(2),
                                merge -> {
                                    caller.interrupt();
                                    try {
                                        merge.gram();
                                    } catch (TergeException hidden) {
                                        Thread.interrupted();
                                    }
                                    return ScriptedMethod.first(merge);
                                })));
    }

    @Test
    void whileAListenerIsTold() {
        Scene scene = Scene.of();
        MergeListener listener =
                new MergeListener() {
                    @Override
                    public void progressed(MergeProgress progress) {
                        Thread.currentThread().interrupt();
                    }
                };
        checkCancelled(scene, catchThrowable(() -> scene.merge(listener)));
    }

    @Test
    void whileHeadersAreRead() {
        ScriptedModel slow =
                Scene.fill(
                        new ScriptedModel() {
                            @Override
                            protected void opening() throws IOException {
                                caller.interrupt();
                                throw new ClosedByInterruptException();
                            }
                        },
                        3);
        check(Scene.of().with(slow));
    }

    private void check(Scene scene) {
        checkCancelled(scene, catchThrowable(() -> scene.merge(MergeListener.none())));
    }

    private static void checkCancelled(Scene scene, Throwable thrown) {
        assertThat(Thread.interrupted()).as("interrupt status").isTrue();
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure -> assertThat(failure.code()).isEqualTo(TergeCode.CANCELLED));
        assertThat(thrown)
                .hasMessage("[CANCELLED] The merge was cancelled; the output is unchanged");
        scene.checkNothingIsLeft();
    }

    private void await() {
        try {
            never.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
