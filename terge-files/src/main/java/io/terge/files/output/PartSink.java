package io.terge.files.output;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Set;

/** One file of weights of an output while it is written, by several threads at once. */
interface PartSink extends AutoCloseable {

    /** The names of the parameters in this file. */
    Set<String> names();

    /** Writes part of a parameter. */
    void write(String name, long offset, MemorySegment bytes) throws IOException;

    /**
     * Completes the file, makes it durable and closes it.
     *
     * @throws IllegalStateException if not as many bytes were written as the parameters have
     */
    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
