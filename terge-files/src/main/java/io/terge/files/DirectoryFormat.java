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
     * Whether a file goes when a model is replaced in place, unless it is written anew: the weights
     * that were read. All other files stay. The default is {@link #isWeights}.
     *
     * @param directory the model that is replaced
     * @param name the path within it, separated by {@code /}
     * @throws IOException if the directory cannot be examined
     */
    default boolean isReplaced(Path directory, String name) throws IOException {
        return isWeights(name);
    }

    /**
     * Whether a directory contains a model of this format and may therefore be replaced. A
     * directory that is neither a model nor empty is never replaced.
     *
     * @throws IOException if the directory cannot be examined
     */
    boolean isModel(Path directory) throws IOException;
}
