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
import java.util.Map;
import java.util.Set;

/** Every recipe of the document about recipes is read, and every command runs. */
class RecipesDocumentTest {

    private static final RecipeDocument DOCUMENT = RecipeDocument.read("recipes.md");

    private static final String FIRST = "recipes/first.yml";

    /** What commands write. */
    private static final Set<String> WRITTEN = Set.of(FIRST, "kept/merge-recipe.yml");

    private static final String MISTAKES = "recipes/mistakes.yml";

    @TempDir private Path folder;

    @BeforeEach
    void makeModels() throws IOException {
        Files.createDirectories(folder.resolve("recipes"));
        for (String name : List.of("base", "tuned", "other")) {
            Path model = folder.resolve("models").resolve(name);
            int value = name.length();
            new TensorFile()
                    .with("embed.tokens", value, 1)
                    .with("layers.0.mlp", value, -value)
                    .with("layers.1.mlp", value, 2)
                    .with("head.weight", value, 3)
                    .write(model.resolve("model.safetensors"));
            Files.writeString(model.resolve("config.json"), "{}");
        }
    }

    @BeforeEach
    void makeModelsWithTokenizers() throws IOException {
        makeModelWithTokenizer("chat", "<|end|>", "a", "b");
        makeModelWithTokenizer("code", "b", "<|eot|>", "<|end|>", "<|fim|>");
    }

    private void makeModelWithTokenizer(String name, String... tokens) throws IOException {
        Path model = folder.resolve("models").resolve(name);
        float[] rows = new float[tokens.length];
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < tokens.length; i++) {
            rows[i] = name.length() + i;
            ids.append(i == 0 ? "" : ", ").append("\"%s\": %d".formatted(tokens[i], i));
        }
        new TensorFile()
                .with("model.embed_tokens.weight", rows)
                .write(model.resolve("model.safetensors"));
        Files.writeString(
                model.resolve("config.json"), "{\"vocab_size\": %d}".formatted(tokens.length));
        Files.writeString(
                model.resolve("tokenizer.json"),
                "{\"added_tokens\": [], \"model\": {\"type\": \"WordLevel\", \"vocab\": {%s}}}"
                        .formatted(ids));
        Files.writeString(
                model.resolve("tokenizer_config.json"), "{\"chat_template\": \"{{ m }}\"}");
    }

    @Test
    void everyCommandPrintsWhatIsShown() throws IOException, InterruptedException {
        Map<String, String> shown = DOCUMENT.commands();
        DOCUMENT.writeRecipes(folder, WRITTEN);

        List<Result> results = CommandSession.run(folder, List.copyOf(shown.keySet()));

        assertThat(results).hasSizeGreaterThan(10);
        for (Result result : results) {
            boolean isMistake = result.command().contains(MISTAKES);
            assertThat(result.status()).as(result.toString()).isEqualTo(isMistake ? 3 : 0);
            String expected = shown.getOrDefault(result.command(), "");
            if (!expected.isEmpty()) {
                assertThat(result.printed()).isEqualTo(expected);
            }
        }
        for (String written : WRITTEN) {
            assertThat(folder.resolve(written)).hasContent(DOCUMENT.recipes().get(written));
        }
        assertThat(folder.resolve("merged-again/model.safetensors"))
                .hasSameBinaryContentAs(folder.resolve("merged/model.safetensors"));
    }

    @Test
    void everyRecipeIsRun() {
        assertThat(DOCUMENT.recipes().keySet())
                .allSatisfy(
                        recipe ->
                                assertThat(DOCUMENT.commands().keySet())
                                        .anySatisfy(
                                                command -> assertThat(command).contains(recipe)));
    }
}
