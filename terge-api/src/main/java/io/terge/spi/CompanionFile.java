package io.terge.spi;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A file that belongs to a model without being weights.
 *
 * @param name its path within the model, with forward slashes, e.g. {@code 1_Pooling/config.json}
 * @param file where it is now
 * @since 0.1
 */
public record CompanionFile(String name, Path file) {

    /** Checks the values. */
    public CompanionFile {
        requireNonNull(name, "name");
        requireNonNull(file, "file");
    }
}
