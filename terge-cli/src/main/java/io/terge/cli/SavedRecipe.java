package io.terge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A recipe to be written to a file.
 *
 * @param file where
 * @param text the recipe
 */
record SavedRecipe(Path file, String text) implements ResultFile.Content {

    @Override
    public void writeTo(Path partial) throws IOException {
        Files.writeString(partial, text);
    }
}
