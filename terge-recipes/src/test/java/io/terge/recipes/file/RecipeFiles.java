package io.terge.recipes.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The recipes among the resources of the tests. */
final class RecipeFiles {

    static final Path FOLDER = Path.of("src", "test", "resources");

    private RecipeFiles() {}

    /** Recipes that are wrong, and of which a text with the same name says how. */
    static List<Path> broken() {
        return in("broken");
    }

    /** Recipes that are right. */
    static List<Path> good() {
        return in("good");
    }

    private static List<Path> in(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(file -> !file.toString().endsWith(".txt")).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
