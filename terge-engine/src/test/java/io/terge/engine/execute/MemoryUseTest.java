package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryUseTest {

    @Test
    void everyThreadMayHoldATensorAsFarAsTheLimitAllows() {
        assertThat(use(1_000_000, 3).bytes()).isEqualTo(3 * (10 + 20) + 3 * 1000);
        assertThat(use(2500, 3).bytes()).isEqualTo(2500);
        assertThat(use(1_000_000, 1).bytes()).isEqualTo(use(1_000_000, 1).least());
        assertThat(MemoryUse.within(1_000_000, 3, 10, 20, 0).bytes()).isEqualTo(3 * (10 + 20));
    }

    @Test
    void aLowLimitAllowsFewerThreadsAndTheLeastOne() {
        assertThat(use(1089, 3).threads()).isEqualTo(2);
        assertThat(use(1090, 3).threads()).isEqualTo(3);
        assertThat(use(1030, 3).threads()).isEqualTo(1);
        assertThat(use(1030, 3).least()).isEqualTo(1030);
        assertThat(use(1029, 3).threads()).isZero();
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
