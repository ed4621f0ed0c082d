package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.Action;
import io.terge.api.MergeListener;
import io.terge.api.MergeProgress;
import io.terge.api.ParameterPlan;
import io.terge.engine.fixture.Plans;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ProgressTest {

    private final List<Long> told = new ArrayList<>();
    private final MergeListener listener =
            new MergeListener() {
                @Override
                public void progressed(MergeProgress progress) {
                    told.add(progress.bytesDone());
                }
            };
    private final Progress progress = new Progress(listener, 200, Runnable::run);

    @Test
    void whatIsReadAgainBeyondThePlanDoesNotCount() {
        Progress.OfParameter greedy = progress.of(bytes("greedy", 100));
        greedy.add(60);
        greedy.add(60);
        greedy.add(60);
        greedy.finish();
        Progress.OfParameter other = progress.of(bytes("other", 100));
        other.add(50);
        other.add(50);
        other.finish();
        assertThat(told).containsExactly(60L, 100L, 150L, 200L);
    }

    @Test
    void whatWasPlannedAndNotReadCountsAtTheEnd() {
        Progress.OfParameter frugal = progress.of(bytes("frugal", 100));
        frugal.add(10);
        frugal.finish();
        assertThat(told).containsExactly(10L, 100L);
    }

    @Test
    void aLargeMergeIsToldInFewSteps() {
        long total = 1_000_000_000;
        Progress large = new Progress(listener, total, Runnable::run);
        Progress.OfParameter all = large.of(bytes("large", total));
        for (int i = 0; i < 100_000; i++) {
            all.add(total / 100_000);
        }
        assertThat(told).hasSizeBetween(200, 300).isSorted().endsWith(total);
    }

    private static ParameterPlan bytes(String name, long count) {
        ParameterSpec spec = ParameterSpec.of(name, DType.U8, Shape.of(count));
        return new ParameterPlan(
                spec, 0, new Action.Copy(Plans.operand(0, spec), Action.Reason.NOT_FLOATING));
    }
}
