package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.cli.CommandSession.Result;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Every command of the document about tokenizers runs. */
class TransplantDocumentTest {

    private static final RecipeDocument DOCUMENT = RecipeDocument.read("transplant.md");

    @TempDir private Path folder;

    @BeforeEach
    void makeModels() throws IOException {
        Path models = folder.resolve("models");
        TokenModels.of("a", "b", "c").write(models.resolve("base"), 2, 1, 2, 3, 4, 5, 6);
        TokenModels.of("b", "a", "x").write(models.resolve("donor"), 3, 1, 0, 0, 0, 2, 0, 3, 1, 0);
        TokenModels.of("b", "a", "x").write(models.resolve("donor-sized"), 2, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void everyCommandRuns() throws IOException, InterruptedException {
        List<Result> results =
                CommandSession.run(folder, List.copyOf(DOCUMENT.commands().keySet()));

        assertThat(results).hasSize(6);
        assertThat(results)
                .allSatisfy(result -> assertThat(result.status()).as(result.toString()).isZero());
    }
}
