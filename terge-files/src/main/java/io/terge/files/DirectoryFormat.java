package io.terge.files;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What is to be known about a format whose models are directories.
 *
 * @since 0.1
 */
public interface DirectoryFormat {

    /**
     * Whether a file of this name is part of the weights of a model in this format, judged by the
     * name alone. No companion of such a name is copied into a model: it would stand beside the
     * weights that are written and contradict them.
     *
     * @param name the name within the model's directory, with {@code /} between its parts
     */
    boolean isWeights(String name);

    /**
     * Whether a directory looks like a model of this format, so that another may take its place. A
     * directory that is neither a model nor empty is never replaced.
     *
     * @throws IOException if that cannot be found out
     */
    boolean isModel(Path directory) throws IOException;
}
