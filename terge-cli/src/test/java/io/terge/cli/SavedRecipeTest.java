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

class SavedRecipeTest {

    @TempDir private Path folder;
    private Path out = Path.of("");

    @BeforeEach
    void makeModels() throws IOException {
        out = folder.resolve("out.safetensors");
        model("base", 0, 0, 0, 0);
        model("a", 1, -2, 3, -4);
        model("b", 8, 4, -2, 1);
    }

    @Test
    void aCommandLineIsSavedAsARecipeOfTheSamePlan() throws IOException {
        Path saved = folder.resolve("recipes/saved.yml");
        Files.createDirectories(saved.getParent());
        Object[] words = {
            file("a"),
            file("b"),
            "--base",
            file("base"),
            "--method",
            "head.x=slerp",
            "--method",
            "ties",
            "--weights",
            "regex:1=1,2",
            "--weights",
            "[0,1],2",
            "--option",
            "density=0.5,[0.1,0.9]",
            "--option",
            "t=0.5",
            "--exclude",
            "embed.x",
            "--rename",
            "1:^never=x",
            "--dtype",
            "head.x=f32",
            "--dtype",
            "bf16",
            "--seed",
            "7",
            "--non-finite",
            "fail",
            "--adapter",
            "safetensors"
        };

        CliRun planned = CliRun.of(with("plan", words, "--json", "--save-recipe", saved));
        CliRun again = CliRun.of("plan", saved, "--json");

        assertThat(planned.status()).isZero();
        assertThat(withoutRecipe(again.out())).isEqualTo(withoutRecipe(planned.out()));
        assertThat(again.err()).isEqualTo(planned.err());
        Path direct = folder.resolve("direct.safetensors");
        CliRun.of(with("merge", words, "--out", direct, "--save-recipe", saved, "--overwrite"));
        CliRun.of("merge", saved, "--out", out);
        assertThat(Files.readAllBytes(out)).isEqualTo(Files.readAllBytes(direct));
        assertThat(CliRun.of("recipe", "convert", saved).out()).isEqualTo(Files.readString(saved));
    }

    @Test
    void aRecipeIsNotReplacedByTheOneThatIsSaved() throws IOException {
        Path recipe = recipe("models: [../models/a.safetensors]\n");

        CliRun same = CliRun.of("plan", recipe, "--save-recipe", recipe, "--overwrite");
        Path other = Files.writeString(folder.resolve("other.yml"), "kept");
        CliRun exists = CliRun.of("plan", recipe, "--save-recipe", other);

        assertThat(same.status()).isEqualTo(2);
        assertThat(same.err()).contains("--save-recipe and RECIPE name the same file");
        assertThat(exists.err()).contains("[OUTPUT_EXISTS] The recipe file already exists");
        assertThat(other).hasContent("kept");
    }

    @Test
    void whatIsSaidAboutTheOutputIsSavedWithoutOne() throws IOException {
        Path saved = folder.resolve("saved.yml");
        CliRun.of("plan", file("a"), file("b"), "--no-card", "--save-recipe", saved);
        assertThat(saved).content().endsWith("output: {card: false}\n");
        Path recipe = recipe("models: [../models/a.safetensors]\noutput: {copy: ['x/*']}\n");
        CliRun.of("plan", recipe, "--save-recipe", saved, "--overwrite");
        assertThat(saved).content().endsWith("output: {copy: 'x/*'}\n");
    }

    @Test
    void aRecipeIsSavedInTheOutput() throws IOException {
        Path merged = folder.resolve("merged");
        Path saved = merged.resolve("recipe.yml");
        Path model = folder.resolve("dir");
        new TensorFile().with("x", 1).write(model.resolve("model.safetensors"));
        Files.writeString(model.resolve("config.json"), "{}");

        CliRun run = CliRun.of("merge", model, model, "--out", merged, "--save-recipe", saved);
        CliRun plan =
                CliRun.of("plan", model, "--out", merged, "--overwrite", "--save-recipe", saved);

        assertThat(run.status()).isZero();
        assertThat(saved).content().contains("- ../dir\n");
        assertThat(plan.err()).contains("the merge creates or replaces this directory");
    }

    private Path recipe(String text) throws IOException {
        Path file = folder.resolve("recipes/recipe.yml");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path file(String name) {
        return folder.resolve("models").resolve(name + ".safetensors");
    }

    private void model(String name, float... values) throws IOException {
        new TensorFile()
                .with("embed.x", values)
                .with("layers.0.mlp", values)
                .with("layers.1.mlp", values)
                .with("layers.1.att", values)
                .with("head.x", values[0] + 1, values[1], values[2], values[3])
                .write(file(name));
    }

    private static Object[] with(String command, Object[] words, Object... last) {
        List<Object> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(words));
        all.addAll(List.of(last));
        return all.toArray();
    }

    // The two are written differently.
    private static String withoutRecipe(String plan) {
        return plan.replaceFirst("(?s) {2}\"recipe\": \\{.*?\n {2}\\},\n", "");
    }
}
