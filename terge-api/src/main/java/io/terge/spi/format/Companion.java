package io.terge.spi.format;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that belongs to a model without being weights: configuration, tokenizer, licence. It need
 * not be a file anywhere: a source makes it of whatever it has.
 *
 * @since 0.1
 */
public interface Companion {

    /** Its path within the model, with forward slashes, e.g. {@code 1_Pooling/config.json}. */
    String name();

    /**
     * Opens its contents, from the start. The caller closes the stream.
     *
     * @throws IOException if it cannot be read
     */
    InputStream open() throws IOException;
}
