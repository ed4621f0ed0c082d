package io.terge.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryUseTest {

    @Test
    void asManyThreadsAsAreAskedForWorkWhereThereIsRoom() {
        MemoryUse use = MemoryUse.within(1000, 4, 100, 50, 0);
        assertThat(use).isEqualTo(new MemoryUse(1000, 4, 100, 50, 0));
        assertThat(use.bytes()).isEqualTo(600);
        assertThat(use.forTensors()).isEqualTo(400);
        assertThat(use.least()).isEqualTo(150);
    }

    @Test
    void fewerThreadsWorkWhereThereIsLittle() {
        assertThat(MemoryUse.within(1000, 8, 100, 50, 0).threads()).isEqualTo(6);
        assertThat(MemoryUse.within(900, 8, 100, 50, 0).threads()).isEqualTo(6);
        assertThat(MemoryUse.within(899, 8, 100, 50, 0).threads()).isEqualTo(5);
    }

    @Test
    void whatIsHeldAsAWholeIsLeftFree() {
        MemoryUse use = MemoryUse.within(1000, 8, 100, 50, 300);
        assertThat(use.threads()).isEqualTo(4);
        assertThat(use.bytes()).as("all that is left may be held").isEqualTo(4 * 150 + 400);
        assertThat(use.forTensors()).isEqualTo(400);
        assertThat(use.least()).isEqualTo(450);
    }

    @Test
    void noThreadWorksWithLessThanTheLeast() {
        assertThat(MemoryUse.within(450, 8, 100, 50, 300).threads()).isOne();
        assertThat(MemoryUse.within(449, 8, 100, 50, 300).threads()).isZero();
        assertThat(MemoryUse.within(100, 8, 100, 50, 300).threads()).isZero();
        assertThat(MemoryUse.within(1, 8, 100, 50, 1L << 60).threads()).isZero();
    }

    @Test
    void whatTakesNothingRunsOnAllThreads() {
        assertThat(MemoryUse.within(1, 8, 0, 0, 0).threads()).isEqualTo(8);
    }

    @Test
    void everyThreadMayHoldATensorAsFarAsTheLimitAllows() {
        assertThat(use(1_000_000, 3).bytes()).isEqualTo(3 * (10 + 20) + 3 * 1000);
        assertThat(use(2500, 3).bytes()).isEqualTo(2500);
        assertThat(use(1_000_000, 1).bytes()).isEqualTo(use(1_000_000, 1).least());
        assertThat(MemoryUse.within(1_000_000, 3, 10, 20, 0).bytes()).isEqualTo(3 * (10 + 20));
    }

    @Test
    void aTensorThatNoArrayCanHoldOverflowsNothing() {
        MemoryUse use = MemoryUse.within(1_000_000, 3, 10, 20, Long.MAX_VALUE / 4);
        assertThat(use.threads()).isZero();
        assertThat(use.bytes()).isEqualTo(Long.MAX_VALUE / 4);
        assertThat(MemoryUse.within(Long.MAX_VALUE, 3, 10, 20, 1000).bytes()).isEqualTo(3090);
    }

    /** With 10 and 20 bytes for each thread, and tensors of 1000 bytes. */
    private static MemoryUse use(long limit, int threads) {
        return MemoryUse.within(limit, threads, 10, 20, 1000);
    }
}
