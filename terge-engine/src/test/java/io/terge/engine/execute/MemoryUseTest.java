package io.terge.engine.execute;

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
        assertThat(use.bytes()).isEqualTo(900);
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
}
