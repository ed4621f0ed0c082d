package io.terge.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

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

    @Test
    void whatIsAddedLaterComesBehindWhatWaits() {
        Step full = holding(100);
        Step waits = holding(60);
        Step later = holding(60);
        queue.add(List.of(full, waits));
        queue.begin();
        queue.add(List.of(later));
        assertThat(queue.begin()).isEmpty();
        queue.end(full);
        assertThat(queue.begin()).containsSame(waits);
        queue.end(waits);
        assertThat(queue.begin()).containsSame(later);
        assertThat(queue.begin()).isEmpty();
    }

    @Test
    void theFirstThatFitsBeginsWhateverTheOrderOfEnds() {
        Random random = new Random(7);
        List<Step> waiting = new ArrayList<>();
        for (int i = 0; i < 333; i++) {
            waiting.add(holding(random.nextInt(120)));
        }
        queue.add(waiting);
        List<Step> running = new ArrayList<>();
        while (!waiting.isEmpty()) {
            long free = 100 - running.stream().mapToLong(StepQueueTest::taken).sum();
            Optional<Step> first = waiting.stream().filter(step -> taken(step) <= free).findFirst();
            assertThat(queue.begin()).isEqualTo(first);
            first.ifPresent(running::add);
            first.ifPresent(waiting::remove);
            if (first.isEmpty() || random.nextBoolean()) {
                queue.end(running.remove(random.nextInt(running.size())));
            }
        }
        assertThat(queue.begin()).isEmpty();
    }

    // What holds more than there is takes all.
    private static long taken(Step step) {
        return Math.min(step.held(), 100);
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
