package io.terge.spi.format;

import java.io.IOException;
import java.util.Map;

/**
 * The tokens of a model, read only if they are compared with those of another one. Usable after the
 * source is closed.
 *
 * @since 0.1
 */
public interface Vocabulary {

    /** Where the tokens are, for messages, such as the name of a file. */
    String name();

    /**
     * Returns a text that is the same only for equal contents, such as a digest. Much cheaper than
     * {@link #tokens()}.
     *
     * @throws IOException if it cannot be read
     */
    String identity() throws IOException;

    /**
     * Reads the ID of each token.
     *
     * @return the IDs by token; empty if this kind of file is not understood
     * @throws io.terge.error.TergeException if it is malformed
     * @throws IOException if it cannot be read
     */
    Map<String, Integer> tokens() throws IOException;

    /**
     * Whether a parameter has a row for each token, at the index of its ID, as embeddings have.
     * Such parameters of models with different tokens are not merged row by row.
     *
     * @param parameter its name in the model
     */
    default boolean isByToken(String parameter) {
        return false;
    }
}
