package io.terge.files.output;

import java.io.IOException;

/**
 * Writes what a format knows only when every parameter is in the file: checksums, tables at the
 * end.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface FileCompletion {

    /**
     * Completes a file. Called once, in the commit and by its thread, after every byte of every
     * parameter was written and before the file is made durable.
     *
     * @param file the file: all of it may be read, gaps may be filled, and it may grow. The caller
     *     closes it
     * @throws IOException if that fails; the commit then fails, too, and the target stays as it was
     */
    void complete(OutputFile file) throws IOException;
}
