package io.terge.files;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Describes a format whose models are directories.
 *
 * @since 0.1
 */
public interface DirectoryFormat {

    /**
     * Whether a file with this name would be weights of a model in this format, judging by the name
     * only. Companions with such names are not copied, because they would contradict the weights
     * that are written.
     *
     * @param name the path within the model's directory, separated by {@code /}
     */
    boolean isWeights(String name);

    /**
     * Whether a directory contains a model of this format and may therefore be replaced. A
     * directory that is neither a model nor empty is never replaced.
     *
     * @throws IOException if the directory cannot be examined
     */
    boolean isModel(Path directory) throws IOException;
}
