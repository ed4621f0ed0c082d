package io.terge.engine.plan;

/**
 * What a merge takes of memory, in bytes.
 *
 * @param bytes the most that it takes
 * @param least the least with which it could run
 * @param limit what it may take
 * @param isPossible whether it could run at all: no array holds a row or tensor that is too long
 */
public record MemoryNeed(long bytes, long least, long limit, boolean isPossible) {

    /** Whether it can run. */
    boolean isMet() {
        return isPossible && least <= limit;
    }
}
