package io.terge.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedRangeTest {

    @Test
    void isGivenOutFromItsStartToItsEnd() {
        SharedRange range = range(25, 10);
        assertThat(range.take()).contains(new Chunk(0, 10));
        assertThat(range.take()).contains(new Chunk(10, 10));
        assertThat(range.hasMore()).isTrue();
        assertThat(range.take()).contains(new Chunk(20, 5));
        assertThat(range.hasMore()).isFalse();
        assertThat(range.take()).isEmpty();
    }

    @Test
    void hasNoEmptyChunkAtItsEnd() {
        SharedRange range = range(20, 10);
        assertThat(range.take()).contains(new Chunk(0, 10));
        assertThat(range.take()).contains(new Chunk(10, 10));
        assertThat(range.hasMore()).isFalse();
        assertThat(range.take()).isEmpty();
        assertThat(range(0, 10).hasMore()).isFalse();
    }

    @Test
    void goesBeyondWhatAnIntCounts() {
        long length = 3L * Integer.MAX_VALUE;
        SharedRange range = range(length, Integer.MAX_VALUE);
        assertThat(range.take()).contains(new Chunk(0, Integer.MAX_VALUE));
        assertThat(range.take()).contains(new Chunk(Integer.MAX_VALUE, Integer.MAX_VALUE));
        assertThat(range.take()).contains(new Chunk(2L * Integer.MAX_VALUE, Integer.MAX_VALUE));
        assertThat(range.hasMore()).isFalse();
    }

    @Test
    void isBusyUntilAllThatWasTakenIsDoneOrHasFailed() {
        SharedRange range = range(20, 10);
        assertThat(range.isBusy()).isFalse();
        range.take();
        range.take();
        range.done();
        assertThat(range.isBusy()).isTrue();
        range.failed(new IllegalStateException("second"));
        assertThat(range.isBusy()).isFalse();
    }

    @Test
    void givesNothingOutBehindAFailureAndKeepsTheFirst() {
        SharedRange range = range(100, 10);
        IllegalStateException first = new IllegalStateException("first");
        range.take();
        range.take();
        assertThat(range.failure()).isEmpty();
        range.failed(first);
        range.failed(new IllegalStateException("second"));
        assertThat(range.hasMore()).isFalse();
        assertThat(range.take()).isEmpty();
        assertThat(range.failure()).containsSame(first);
    }

    private static SharedRange range(long length, int chunkLength) {
        return new SharedRange(length, chunkLength, (chunk, scratch) -> {});
    }
}
