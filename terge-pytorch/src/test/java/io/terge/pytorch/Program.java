package io.terge.pytorch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A file that make_exported.py has made.
 *
 * @param name its name without the ending
 */
record Program(String name) {

    private static final String LIST = "/data/weights/model_weights_config.json";

    Path path() {
        return resource(name + ".pt2");
    }

    /** What PyTorch says that its tensors are. */
    List<Expected> expected() throws IOException {
        return Files.readString(resource(name + ".txt"), UTF_8)
                .lines()
                .map(Expected::parse)
                .toList();
    }

    /** The content of all of its entries, in order. */
    SequencedMap<String, byte[]> entries() throws IOException {
        return entries(path());
    }

    static SequencedMap<String, byte[]> entries(Path file) throws IOException {
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    String list() throws IOException {
        return new String(Objects.requireNonNull(entries().get(name + LIST)), UTF_8);
    }

    /** Writes a copy of it with another list of weights. */
    Path withList(String list, Path directory) throws IOException {
        return with(Map.of(LIST, list.getBytes(UTF_8)), directory);
    }

    /** Writes a copy of it with other entries; their names start with a slash. */
    Path with(Map<String, byte[]> replaced, Path directory) throws IOException {
        SequencedMap<String, byte[]> entries = entries();
        replaced.forEach((entry, content) -> entries.put(name + entry, content));
        return write(entries, directory);
    }

    static Path write(Map<String, byte[]> entries, Path directory) throws IOException {
        TorchZip zip = new TorchZip();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            zip.stored(entry.getKey(), entry.getValue());
        }
        return Files.write(directory.resolve("copy.pt2"), zip.toBytes());
    }

    private static Path resource(String file) {
        URL there = Objects.requireNonNull(Program.class.getResource("/exported/" + file));
        try {
            return Path.of(there.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
