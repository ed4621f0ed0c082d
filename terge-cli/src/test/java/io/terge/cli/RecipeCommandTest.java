package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class RecipeCommandTest {

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
    void aRecipeMergesToTheBytesOfItsCommandLine() throws IOException {
        Path recipe =
                recipe(
                        """
                        models:
                          a: ../models/a.safetensors
                          b: ../models/b.safetensors
                        base: ../models/base.safetensors
                        method: ties
                        options: {density: 0.5, lambda: 1}
                        weights: {a: 0.7, b: [0, 1]}
                        rules:
                          - for: 'regex:mlp'
                            weights: {a: 1, b: 0}
                            options: {density: 0.2}
                          - for: 'glob:head.*'
                            method: slerp
                            options: {t: 0.25}
                        exclude: 'glob:embed.*'
                        dtype: {'glob:*.1.*': f32, '*': bf16}
                        """);
        Path direct = folder.resolve("direct.safetensors");

        CliRun merged = CliRun.of("merge", recipe, "--out", out);
        CliRun expected =
                CliRun.of(
                        "merge",
                        file("a"),
                        file("b"),
                        "--base",
                        file("base"),
                        "--out",
                        direct,
                        "--method",
                        "glob:head.*=slerp",
                        "--method",
                        "ties",
                        "--option",
                        "regex:mlp=density=0.2",
                        "--option",
                        "density=0.5",
                        "--option",
                        "lambda=1",
                        "--option",
                        "t=0.25",
                        "--weights",
                        "regex:mlp=1,0",
                        "--weights",
                        "0.7,[0,1]",
                        "--exclude",
                        "glob:embed.*",
                        "--dtype",
                        "glob:*.1.*=f32",
                        "--dtype",
                        "bf16");

        assertThat(merged.err()).isEqualTo(expected.err()).doesNotContain("error");
        assertThat(merged.status()).isZero();
        assertThat(Files.readAllBytes(out)).isEqualTo(Files.readAllBytes(direct));
        assertThat(CliRun.of("run", recipe, "--out", out, "--overwrite").status()).isZero();
    }

    @Test
    void valuesOfARecipeAreChanged() throws IOException {
        Path recipe =
                recipe(
                        "models: [\"${DIR}/a.safetensors\", '${DIR}/b.safetensors']\n"
                                + "weights: {a: 1}\n");
        String dir = "DIR=../models";

        CliRun plan =
                CliRun.of(
                        "plan",
                        recipe,
                        "--var",
                        dir,
                        "--set",
                        "weights.a=3",
                        "--set",
                        "exclude=head.x",
                        "--dtype",
                        "bf16",
                        "--seed",
                        "5",
                        "--strict");

        assertThat(plan.err()).isEmpty();
        assertThat(plan.out())
                .contains("weights 0: 0.75, 1: 0.25", "F32 -> BF16")
                .containsPattern("head.x .* excluded")
                .containsPattern("\nseed +5\n");
        CliRun unknown = CliRun.of("plan", recipe, "--set", "weights.c=1");
        assertThat(unknown.status()).isEqualTo(3);
        assertThat(unknown.err())
                .contains("Variable 'DIR' has no value", "--set weights.c=1: Unknown model 'c'");
    }

    @Test
    void optionsTakePrecedenceOverARecipe() throws IOException {
        Path recipe =
                recipe(
                        """
                        models: [../models/a.safetensors, ../models/b.safetensors]
                        dtype: {head.x: f16, '*': bf16}
                        seed: 7
                        output: {settings: {copy: '*.md'}, card: false}
                        """);

        assertThat(CliRun.of("plan", recipe).out()).contains("F32 -> F16", "F32 -> BF16");
        assertThat(CliRun.of("plan", recipe, "--dtype", "f64").out())
                .contains("F32 -> F64")
                .doesNotContain("F32 -> F16", "F32 -> BF16");
    }

    @Test
    void settingsOfTheOutputReachItsTarget() throws IOException {
        for (String name : List.of("a", "b")) {
            Path model = folder.resolve("dirs").resolve(name);
            new TensorFile().with("x", 1).write(model.resolve("model.safetensors"));
            Files.writeString(model.resolve("config.json"), "{}");
            Files.createDirectories(model.resolve("onnx"));
            Files.writeString(model.resolve("onnx/model.onnx"), name);
        }
        Path recipe =
                recipe(
                        """
                        models: [../dirs/a, ../dirs/b]
                        output: {copy: 'onnx/*', settings: {weights: pytorch}}
                        """);
        Path merged = folder.resolve("merged");

        assertThat(CliRun.of("merge", recipe, "--out", merged).status()).isZero();

        assertThat(merged.resolve("onnx/model.onnx")).hasContent("a");
        assertThat(merged.resolve("pytorch_model.bin")).exists();
    }

    @Test
    void otherJsonIsAModel() throws IOException {
        Path index = folder.resolve("model.safetensors.index.json");
        Files.writeString(index, "{\"metadata\": {}, \"weight_map\": {}}");

        assertThat(CliRun.of("plan", index).err()).doesNotContain("RECIPE");
    }

    @Test
    void aRecipeNeedsAnOutputToo() throws IOException {
        CliRun run = CliRun.of("merge", recipe("models: [../models/a.safetensors]\n"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("error: No output is given: add --out OUT or --in-place\n");
    }

    @Test
    void theSchemaIsPrinted() throws IOException {
        assertThat(CliRun.of("recipe", "schema").out())
                .isEqualTo(Files.readString(Path.of("../docs/recipe.schema.json")));
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
}
