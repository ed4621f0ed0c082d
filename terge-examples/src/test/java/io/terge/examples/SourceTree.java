package io.terge.examples;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The project's sources.
 *
 * @param root the folder of the project
 */
record SourceTree(Path root) {

    static SourceTree ofProject() {
        // Tests run in their module's folder.
        Path root = requireNonNull(Path.of("").toAbsolutePath().getParent());
        if (!Files.exists(root.resolve("terge-api/pom.xml"))) {
            throw new IllegalStateException("Not the project: " + root);
        }
        return new SourceTree(root);
    }

    /** All Java files of all modules, main and test. */
    List<Path> javaFiles() {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(SourceTree::javaFilesIn)
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String read(Path file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Path> javaFilesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
