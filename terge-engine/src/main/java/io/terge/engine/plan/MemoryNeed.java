package io.terge.engine.plan;

/**
 * What a merge takes of memory, in bytes.
 *
 * @param bytes the most that it takes
 * @param least the least with which it could run
 * @param limit what it may take
 */
public record MemoryNeed(long bytes, long least, long limit) {

    /** Whether it can run. */
    boolean isMet() {
        return least <= limit;
    }
}
