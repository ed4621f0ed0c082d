package io.terge.engine.kernel;

import java.lang.foreign.MemorySegment;

/** Turns stored elements into {@code float}s, exactly. */
interface StoredFloats {

    /**
     * Reads elements.
     *
     * @param type how they are stored
     * @param bytes the memory
     * @param offset where the first one starts, in bytes
     * @param into where they go, from the first place on
     * @param count how many
     */
    void read(FloatType type, MemorySegment bytes, long offset, float[] into, int count);
}
