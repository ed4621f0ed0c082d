package io.terge.spi.format;

import io.terge.error.Problem;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * A model that is being written. The target must not change before {@link #commit()}; {@link
 * #close()} discards everything that is not committed. {@code commit} and {@code close} are called
 * by one thread, when no {@code write} is running.
 *
 * @since 0.1
 */
public interface ModelSink extends AutoCloseable {

    /**
     * Writes part of a parameter's elements. Every byte of every parameter is written exactly once,
     * in any order, by several threads at once.
     *
     * @param parameter the name of one of the blueprint's parameters
     * @param offset the position in the parameter's stored elements, in bytes
     * @param bytes elements of the type in the blueprint, little-endian; valid during this call
     *     only, and not to be changed
     * @throws IOException if it cannot be written
     * @throws IndexOutOfBoundsException if the range is not within the parameter
     */
    void write(String parameter, long offset, MemorySegment bytes) throws IOException;

    /**
     * Makes the model durable and moves it to its target, atomically. Called at most once, after
     * every byte has been written.
     *
     * @throws io.terge.error.TergeException if the target has changed and must not be overwritten
     * @throws IOException if it cannot be written; the target is then unchanged
     */
    void commit() throws IOException;

    /**
     * What the commit has replaced, removed or kept at the target, to be reported to the user: a
     * line for each, such as {@code "replaced: model.safetensors"}. Called after {@link #commit()}.
     * Empty, the default, if there is nothing to report.
     */
    default List<String> replaced() {
        return List.of();
    }

    /**
     * What the user should know about how the model was written, such as a temporary directory that
     * could not be removed. Asked for after {@link #close()}; empty by default.
     */
    default List<Problem> warnings() {
        return List.of();
    }

    /** Releases all resources, and discards the model unless it is committed. */
    @Override
    void close() throws IOException;
}
