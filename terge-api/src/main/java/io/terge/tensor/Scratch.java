package io.terge.tensor;

import java.lang.foreign.MemorySegment;

/**
 * Off-heap memory for one chunk, owned by the thread that works on it. It has a fixed size: a
 * tensor may take as much as its {@link Footprint} declares.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Scratch {

    /**
     * Takes some of the memory. Its contents are undefined, it is aligned to 64 bytes, and it may
     * be used until the chunk is done; it need not be freed.
     *
     * @param bytes the number of bytes, 0 or more
     * @throws IndexOutOfBoundsException if less memory is left
     */
    MemorySegment take(long bytes);
}
