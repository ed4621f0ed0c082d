package io.terge.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class StepQueueTest {

    private final StepQueue queue = new StepQueue(100);

    @Test
    void stepsBeginInOrder() {
        Step first = holding(0);
        Step second = holding(40);
        queue.add(List.of(first, second));
        assertThat(queue.begin()).containsSame(first);
        assertThat(queue.begin()).containsSame(second);
        assertThat(queue.begin()).isEmpty();
    }

    @Test
    void whatDoesNotFitIsPassedUntilMemoryIsFree() {
        Step half = holding(50);
        Step more = holding(51);
        Step rest = holding(50);
        queue.add(List.of(half, more, rest));
        assertThat(queue.begin()).containsSame(half);
        assertThat(queue.begin()).containsSame(rest);
        assertThat(queue.begin()).isEmpty();
        queue.end(half);
        assertThat(queue.begin()).isEmpty();
        queue.end(rest);
        assertThat(queue.begin()).containsSame(more);
    }

    @Test
    void whatHoldsMoreThanThereIsHasAllForItself() {
        Step huge = holding(Long.MAX_VALUE / 4);
        Step small = holding(1);
        Step free = holding(0);
        queue.add(List.of(huge, small, free));
        assertThat(queue.begin()).containsSame(huge);
        assertThat(queue.begin()).containsSame(free);
        queue.end(huge);
        assertThat(queue.begin()).containsSame(small);
    }

    @Test
    void isIdleUntilAStepHasBegunAndAfterItsEnd() {
        Step step = holding(7);
        queue.add(List.of(step));
        assertThat(queue.isIdle()).isTrue();
        queue.begin();
        assertThat(queue.isIdle()).isFalse();
        queue.end(step);
        assertThat(queue.isIdle()).isTrue();
    }

    private static Step holding(long bytes) {
        return new Step() {
            @Override
            public void run(BlockScheduler.Worker worker) {}

            @Override
            public long held() {
                return bytes;
            }
        };
    }
}
