package io.terge.files.output;

import java.io.IOException;

/**
 * Creates the files of a model in a directory: companions with their contents, weight files with
 * their layouts.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DirectoryFilling {

    /**
     * Creates the files.
     *
     * @param content the empty directory; must not be used after the call
     * @throws IOException if a file cannot be created; the output is then discarded
     */
    void fill(DirectoryContent content) throws IOException;
}
