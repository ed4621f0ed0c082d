package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.cli.CommandSession.Result;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Every recipe of the document about experts is read, and every command runs. */
class ExpertsDocumentTest {

    private static final RecipeDocument DOCUMENT = RecipeDocument.read("experts.md");

    @TempDir private Path folder;

    @BeforeEach
    void makeModels() throws IOException {
        Files.createDirectories(folder.resolve("recipes"));
        for (String name : List.of("base", "code", "chat")) {
            new DenseModels("llama", 3).write(folder.resolve("models").resolve(name), 1);
        }
        new TensorFile()
                .add("layers.0", "F32", "[2,2]", TensorFile.bytes(1, 2, 3, 4))
                .add("layers.1", "F32", "[2,2]", TensorFile.bytes(5, 6, 7, 8))
                .write(folder.resolve("models/gates.safetensors"));
        DOCUMENT.writeRecipes(folder, Set.of());
    }

    @Test
    void everyCommandRuns() throws IOException, InterruptedException {
        List<Result> results =
                CommandSession.run(folder, List.copyOf(DOCUMENT.commands().keySet()));

        assertThat(results).hasSizeGreaterThan(8);
        assertThat(results)
                .allSatisfy(result -> assertThat(result.status()).as(result.toString()).isZero());
    }

    @Test
    void everyRecipeIsRun() {
        assertThat(DOCUMENT.recipes().keySet())
                .hasSize(3)
                .allSatisfy(
                        recipe ->
                                assertThat(DOCUMENT.commands().keySet())
                                        .anyMatch(command -> command.startsWith("moe " + recipe)));
    }
}
