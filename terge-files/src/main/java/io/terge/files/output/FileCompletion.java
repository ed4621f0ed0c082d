package io.terge.files.output;

import java.io.IOException;

/**
 * Writes the parts of a file that depend on all parameters, such as checksums or a trailing table.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface FileCompletion {

    /**
     * Completes a file. Called once, on the thread of the commit, after every byte of every
     * parameter has been written and before the file is made durable.
     *
     * @param file the file; it may be read, its gaps may be filled, and it may grow; must not be
     *     closed
     * @throws IOException if it cannot be completed; the commit then fails, and the target is
     *     unchanged
     */
    void complete(OutputFile file) throws IOException;
}
