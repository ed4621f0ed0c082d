package io.terge.pytorch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.terge.model.ModelReference;
import io.terge.spi.format.ModelSource;
import io.terge.testkit.TestAdapterContext;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A file that make_checkpoints.py has made.
 *
 * @param name its name without the ending
 */
record Checkpoint(String name) {

    private static final Path FOLDER = folder();

    private static Path folder() {
        URL there = Objects.requireNonNull(Checkpoint.class.getResource("/checkpoints/types.pt"));
        try {
            return Objects.requireNonNull(Path.of(there.toURI()).getParent());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Path path() {
        return FOLDER.resolve(name + ".pt");
    }

    byte[] bytes() throws IOException {
        return Files.readAllBytes(path());
    }

    /** Opens it with settings: names and values in turn. */
    ModelSource open(String... settings) throws IOException {
        return open(path(), settings);
    }

    static ModelSource open(Path path, String... settings) throws IOException {
        PyTorchAdapter adapter = new PyTorchAdapter();
        TestAdapterContext context = TestAdapterContext.of(adapter);
        for (int i = 0; i < settings.length; i += 2) {
            context = context.with(settings[i], settings[i + 1]);
        }
        return adapter.open(ModelReference.at(path), context);
    }

    /** What PyTorch says that its tensors are. */
    List<Expected> expected() throws IOException {
        return expected("");
    }

    /** What PyTorch says that the tensors of one of its state dicts are. */
    List<Expected> expected(String key) throws IOException {
        String text = Files.readString(FOLDER.resolve(name + key + ".txt"), UTF_8);
        return text.lines().map(Expected::parse).toList();
    }
}
