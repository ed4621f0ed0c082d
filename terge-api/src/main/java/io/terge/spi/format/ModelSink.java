package io.terge.spi.format;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/**
 * A model that is being written. Nothing is to be seen at the target until {@link #commit()}; what
 * is not committed is discarded by {@link #close()}.
 *
 * @since 0.1
 */
public interface ModelSink extends AutoCloseable {

    /**
     * Writes part of a parameter's storage. Every byte of every parameter is written once, in any
     * order, by several threads at once.
     *
     * @param parameter the name of one of the blueprint's parameters
     * @param offset where in the parameter's storage, in bytes
     * @param bytes elements in the blueprint's type, little-endian; only read during the call
     * @throws IOException if it cannot be written
     * @throws IndexOutOfBoundsException if the range is not within the parameter
     */
    void write(String parameter, long offset, MemorySegment bytes) throws IOException;

    /**
     * Makes the model durable and puts it at its target, at once and as a whole. Called once, after
     * every byte was written.
     *
     * @throws io.terge.error.TergeException if the target has come to hold something that must not
     *     be overwritten
     * @throws IOException if that fails; the target is then as it was
     */
    void commit() throws IOException;

    /** Discards the model unless it is committed. */
    @Override
    void close() throws IOException;
}
