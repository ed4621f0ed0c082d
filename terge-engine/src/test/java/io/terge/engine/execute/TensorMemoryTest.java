package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(60)
class TensorMemoryTest {

    @Test
    void whatFitsTogetherIsHeldTogether() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        assertThat(mostAtOnce(TensorMemory.of(20_480), 10_240, 2, both)).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitTogetherIsHeldInTurn() throws Exception {
        assertThat(mostAtOnce(TensorMemory.of(20_480), 10_241, 8, none())).isEqualTo(1);
        assertThat(mostAtOnce(TensorMemory.of(20_480), Long.MAX_VALUE / 4, 8, none())).isEqualTo(1);
    }

    @Test
    void memoryIsFreeAgainAfterAFailure() {
        TensorMemory memory = TensorMemory.of(1000);
        IllegalStateException thrown = new IllegalStateException("no");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(
                            () ->
                                    memory.with(
                                            1000,
                                            () -> {
                                                throw thrown;
                                            }))
                    .isSameAs(thrown);
        }
    }

    @Test
    void anInterruptEndsTheWait() {
        TensorMemory memory = TensorMemory.of(1000);
        AtomicInteger done = new AtomicInteger();
        Thread.currentThread().interrupt();
        memory.with(0, done::incrementAndGet); // Waits for nothing.
        assertThatThrownBy(() -> memory.with(1, done::incrementAndGet))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("[CANCELLED]");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).hasValue(1);
    }

    /** How many of the threads held their memory at once; each waits for the latch meanwhile. */
    private static int mostAtOnce(
            TensorMemory memory, long bytes, int threads, CountDownLatch meanwhile)
            throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(
                    Thread.ofPlatform()
                            .daemon()
                            .start(
                                    () ->
                                            memory.with(
                                                    bytes,
                                                    () -> {
                                                        int held = now.incrementAndGet();
                                                        most.accumulateAndGet(held, Math::max);
                                                        meet(meanwhile);
                                                        now.decrementAndGet();
                                                    })));
        }
        for (Thread thread : all) {
            thread.join();
        }
        return most.get();
    }

    private static CountDownLatch none() {
        return new CountDownLatch(0);
    }

    private static void meet(CountDownLatch latch) {
        latch.countDown();
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
