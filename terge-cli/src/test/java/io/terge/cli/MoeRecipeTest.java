package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Recipes of mixtures that are converted and saved. */
class MoeRecipeTest {

    @TempDir private Path folder;
    private Path recipe = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        new DenseModels("llama", 3).write(folder.resolve("base"), 0);
        new DenseModels("llama", 3).write(folder.resolve("first"), 100);
        recipe =
                Files.writeString(
                        folder.resolve("recipe.yml"),
                        """
                        base_model: base
                        gate_mode: random
                        experts:
                          - source_model: first
                          - source_model: base
                            residual_scale: 0.5
                            noise_scale: 0.25
                          - source_model: first
                        """);
    }

    @Test
    void aConvertedRecipeGivesTheSameBytes() throws IOException {
        Path made = make("made", "--seed", "7");
        CliRun run = CliRun.of("recipe", "convert", recipe, "--set", "seed=7");
        GoldenFiles.check("moe/recipe-convert", run.transcript(folder));
        recipe = Files.writeString(folder.resolve("converted.yml"), run.out());
        assertThat(weights(make("again"))).hasSameBinaryContentAs(weights(made));
    }

    @Test
    void aRecipeIsSavedWithItsChanges() throws IOException {
        Path saved = folder.resolve("saved.yml");
        Path made = make("made", "--seed", "7", "--dtype", "bf16");
        CliRun run =
                CliRun.of("plan", recipe, "--seed", 7, "--dtype", "bf16", "--save-recipe", saved);
        assertThat(run.err()).isEmpty();
        recipe = saved;
        assertThat(weights(make("again"))).hasSameBinaryContentAs(weights(made));
        CliRun sharded =
                CliRun.of("plan", recipe, "--shard-size", "1GB", "--save-recipe", saved + "2");
        assertThat(sharded.err()).contains("it has no keys for files");
    }

    private Path make(String name, String... options) {
        Path made = folder.resolve(name);
        List<Object> arguments = new ArrayList<>(List.of("moe", recipe, "--out", made));
        arguments.addAll(List.of(options));
        CliRun run = CliRun.of(arguments.toArray());
        assertThat(run.status()).as(run.err()).isZero();
        return made;
    }

    private static Path weights(Path model) {
        return model.resolve("model.safetensors");
    }
}
