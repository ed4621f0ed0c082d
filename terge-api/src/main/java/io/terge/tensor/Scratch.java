package io.terge.tensor;

import java.lang.foreign.MemorySegment;

/**
 * Memory off the heap for one chunk, of the thread that works on it. It is fixed in size: a tensor
 * takes no more than its {@link Footprint} says.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Scratch {

    /**
     * Takes some of the memory. It holds rubbish, starts at a multiple of 64 bytes, and is the
     * caller's until the chunk is done; nobody frees it.
     *
     * @param bytes how many, 0 or more
     * @throws IndexOutOfBoundsException if less is left than that
     */
    MemorySegment take(long bytes);
}
