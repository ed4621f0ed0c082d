package io.terge.files;

import io.terge.spi.format.Companion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A companion that is a file. Its copy in an output gets its permissions, as far as the umask
 * allows.
 *
 * @param name its path within the model, with forward slashes, e.g. {@code 1_Pooling/config.json}
 * @param file the path of the file
 * @since 0.1
 */
public record FileCompanion(String name, Path file) implements Companion {

    @Override
    public Optional<Path> path() {
        return Optional.of(file);
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }
}
