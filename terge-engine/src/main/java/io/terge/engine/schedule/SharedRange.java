package io.terge.engine.schedule;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * A range that is worked on chunk by chunk, by several threads. Not safe by itself: the scheduler's
 * lock guards all but the work.
 */
final class SharedRange {

    private final long length;
    private final int chunkLength;
    private final ChunkWork work;
    private long next;
    private int running;
    private @Nullable Throwable failure;

    SharedRange(long length, int chunkLength, ChunkWork work) {
        this.length = length;
        this.chunkLength = chunkLength;
        this.work = work;
    }

    /** What is done to each chunk. */
    ChunkWork work() {
        return work;
    }

    /** Whether there are chunks that nobody has taken. */
    boolean hasMore() {
        return next < length && failure == null;
    }

    /** Takes the next chunk, if there is one. */
    Optional<Chunk> take() {
        if (!hasMore()) {
            return Optional.empty();
        }
        Chunk chunk = new Chunk(next, (int) Math.min(chunkLength, length - next));
        next += chunk.length();
        running++;
        return Optional.of(chunk);
    }

    /** A chunk that was taken is done. */
    void done() {
        running--;
    }

    /** A chunk that was taken has failed: no more are given out. */
    void failed(Throwable thrown) {
        running--;
        if (failure == null) {
            failure = thrown;
        }
    }

    /** Whether somebody is still at work. */
    boolean isBusy() {
        return running > 0;
    }

    /** What a chunk threw first. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }
}
