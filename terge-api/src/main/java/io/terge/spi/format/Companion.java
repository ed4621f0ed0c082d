package io.terge.spi.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of a model other than weights: configuration, tokenizer, licence. It need not exist on
 * disk: a source may create it from other data. Used until the source is closed.
 *
 * @since 0.1
 */
public interface Companion {

    /**
     * Its relative path within the model, with forward slashes, e.g. {@code 1_Pooling/config.json}.
     */
    String name();

    /** The file that contains it; empty, the default, if it is not a file on disk. */
    default Optional<Path> path() {
        return Optional.empty();
    }

    /**
     * Opens its contents, from the start each time. The caller closes the stream.
     *
     * @throws IOException if it cannot be read
     */
    InputStream open() throws IOException;
}
