package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.cli.CommandSession.Result;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every recipe of the document about recipes is read, and every command runs. */
class RecipesDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "recipes.md");
    private static final Pattern RECIPE = Pattern.compile("(?ms)^```yaml\n# (\\S+)\n(.*?)^```$");
    private static final Pattern SESSION = Pattern.compile("(?ms)^```\n(\\$ .*?)^```$");

    private static final String FIRST = "recipes/first.yml";

    /** What commands write. */
    private static final List<String> WRITTEN = List.of(FIRST, "kept/merge-recipe.yml");

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

    @Test
    void everyCommandPrintsWhatIsShown() throws IOException, InterruptedException {
        Map<String, String> shown = commands();
        for (Map.Entry<String, String> recipe : recipes().entrySet()) {
            if (!WRITTEN.contains(recipe.getKey())) {
                // With the line that names it, so that the lines are those of the document.
                Files.writeString(
                        folder.resolve(recipe.getKey()),
                        "# " + recipe.getKey() + "\n" + recipe.getValue());
            }
        }

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
            assertThat(folder.resolve(written)).hasContent(recipes().get(written));
        }
        assertThat(folder.resolve("merged-again/model.safetensors"))
                .hasSameBinaryContentAs(folder.resolve("merged/model.safetensors"));
    }

    @Test
    void everyRecipeIsRun() throws IOException {
        assertThat(recipes().keySet())
                .allSatisfy(
                        recipe ->
                                assertThat(commands().keySet())
                                        .anySatisfy(
                                                command -> assertThat(command).contains(recipe)));
    }

    private static Map<String, String> recipes() throws IOException {
        Map<String, String> recipes = new LinkedHashMap<>();
        Matcher found = RECIPE.matcher(Files.readString(DOCUMENT));
        while (found.find()) {
            recipes.put(found.group(1), found.group(2));
        }
        return recipes;
    }

    /** The commands, each with what is shown below it. */
    private static Map<String, String> commands() throws IOException {
        Map<String, String> commands = new LinkedHashMap<>();
        Matcher found = SESSION.matcher(Files.readString(DOCUMENT));
        List<String> last = new ArrayList<>();
        while (found.find()) {
            for (String line : found.group(1).lines().toList()) {
                if (line.startsWith("$ terge ")) {
                    last.add(line.substring("$ terge ".length()));
                    commands.put(last.getLast(), "");
                } else {
                    commands.merge(last.getLast(), line + "\n", String::concat);
                }
            }
        }
        return commands;
    }
}
