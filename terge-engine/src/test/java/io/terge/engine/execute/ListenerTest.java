package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeProgress;
import io.terge.api.MergeReport;
import io.terge.engine.fixture.RecordingListener;
import io.terge.engine.fixture.Scene;

import org.junit.jupiter.api.Test;

import java.util.function.Predicate;

class ListenerTest {

    private static final IllegalStateException ENOUGH = new IllegalStateException("enough");

    @Test
    void isToldOfAllThatIsDoneInOrderOnTheCallersThread() {
        RecordingListener listener = new RecordingListener();
        Scene.of().merge(listener);
        assertThat(listener.events()).containsExactly("started", "progressed", "finished");
        assertThat(listener.threads()).containsExactly(Thread.currentThread());
    }

    @Test
    void seesTheBytesRiseToTheTotal() {
        Scene scene = Scene.of().threads(1);
        RecordingListener listener = new RecordingListener();
        MergeReport report = scene.merge(listener);
        assertThat(listener.steps()).hasSizeGreaterThan(3);
        assertThat(listener.steps()).extracting(MergeProgress::bytesDone).isSorted();
        MergeProgress last = listener.steps().getLast();
        assertThat(last.bytesDone()).isEqualTo(last.bytesTotal()).isEqualTo(report.bytesRead());
        assertThat(last.parameter()).isEqualTo("n");
        assertThat(listener.steps().getFirst().parameter()).isEqualTo("w");
    }

    @Test
    void seesTheBytesRiseWhateverThreadReadsThem() {
        RecordingListener listener = new RecordingListener();
        MergeReport report = Scene.of().threads(7).merge(listener);
        assertThat(listener.steps()).extracting(MergeProgress::bytesDone).isSorted();
        assertThat(listener.steps().getLast().bytesDone()).isEqualTo(report.bytesRead());
    }

    @Test
    void endsTheMergeByThrowingAtItsStart() {
        check(Scene.of(), event -> event.equals("started"));
    }

    @Test
    void endsTheMergeByThrowingHalfWay() {
        check(Scene.of().threads(1), event -> event.equals("w"));
        check(Scene.of().threads(1), event -> event.equals("n"));
    }

    private static void check(Scene scene, Predicate<String> when) {
        MergeListener listener =
                new MergeListener() {
                    @Override
                    public void started(MergePlan plan) {
                        throwAt("started");
                    }

                    @Override
                    public void progressed(MergeProgress progress) {
                        throwAt(progress.parameter());
                    }

                    private void throwAt(String event) {
                        if (when.test(event)) {
                            throw ENOUGH;
                        }
                    }
                };
        assertThatThrownBy(() -> scene.merge(listener)).isSameAs(ENOUGH);
        scene.checkNothingIsLeft();
    }
}
