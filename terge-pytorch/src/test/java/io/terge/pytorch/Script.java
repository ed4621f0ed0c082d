package io.terge.pytorch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.terge.spi.format.ModelSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A TorchScript archive that make_scripts.py has made.
 *
 * @param name its name without the ending
 */
record Script(String name) {

    private static final Path FOLDER = folder();

    private static Path folder() {
        URL there = Objects.requireNonNull(Script.class.getResource("/scripts/scripted.pt"));
        try {
            return Objects.requireNonNull(Path.of(there.toURI()).getParent());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Path path() {
        return FOLDER.resolve(name + ".pt");
    }

    ModelSource open() throws IOException {
        return Checkpoint.open(path());
    }

    /** Copies it, to change it or write over it. */
    Path copyTo(Path target) throws IOException {
        return Files.copy(path(), target);
    }

    /** What PyTorch says that its state dict is. */
    List<Expected> expected() throws IOException {
        return lines(name + ".txt");
    }

    /** What PyTorch says that its tensors are which are not in the state dict. */
    List<Expected> attributes() throws IOException {
        return lines(name + ".attributes.txt");
    }

    private static List<Expected> lines(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file), UTF_8).lines().map(Expected::parse).toList();
    }
}
