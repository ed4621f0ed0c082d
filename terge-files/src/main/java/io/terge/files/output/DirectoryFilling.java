package io.terge.files.output;

import java.io.IOException;

/**
 * Makes the files of a model in a directory: those without weights complete, those with weights in
 * their full size.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DirectoryFilling {

    /**
     * Makes the files.
     *
     * @param content the directory, empty; not to be used after the call
     * @throws IOException if that fails; nothing of the output then stays
     */
    void fill(DirectoryContent content) throws IOException;
}
