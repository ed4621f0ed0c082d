package io.terge.recipes.mergekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.terge.api.Layout;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.ModelScope;
import io.terge.api.Rule;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.error.Problem;
import io.terge.model.ModelReference;
import io.terge.recipes.Recipe;
import io.terge.recipes.RecipeException;
import io.terge.recipes.file.Recipes;
import io.terge.recipes.own.RecipeWriter;
import io.terge.tensor.DType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class ExpertsRecipeTest {

    private static final String DOWN = "regex:\\.(?:w2|down_proj)\\.weight$";

    @TempDir private Path folder;

    @Test
    void readsARecipeOfMergekitMoe() throws IOException {
        Recipe recipe =
                read(
                        """
                        base_model: org/base
                        gate_mode: random
                        dtype: bfloat16
                        experts_per_token: 1
                        experts:
                          - source_model: org/first
                            positive_prompts: ["write code", "debug"]
                            negative_prompts: ["chat"]
                          - source_model: org/second
                            residual_scale: 0.5
                            noise_scale: 0.0
                        """);
        String frame = "org/base?moe-active=1&moe-experts=2&moe-shared=0";
        is(
                recipe,
                MergeRequest.builder()
                        .model(expert("org/first", "0", frame))
                        .model(expert("org/second", "1", frame))
                        .base(ModelReference.at(frame + "&moe-gates=random&moe-seed=0"))
                        .set(scale(1, 0.5))
                        .dtype(DType.BF16));
        assertThat(recipe.notes())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .endsWith(":5:1: Prompts are ignored: gates are random or read from a file");
    }

    @Test
    void readsSharedExpertsAndAnArchitecture() throws IOException {
        Recipe recipe =
                read(
                        """
                        base_model: org/base
                        architecture: Qwen
                        gate_mode: uniform_random
                        seed: 7
                        experts: [{source_model: org/a}, {source_model: org/a}]
                        shared_experts: [{source_model: org/b, residual_scale: 1e-1}]
                        """);
        String frame = "org/base?moe-active=2&moe-architecture=qwen&moe-experts=2&moe-shared=1";
        is(
                recipe,
                MergeRequest.builder()
                        .model(expert("org/a", "0,1", frame))
                        .model(expert("org/b", "shared", frame))
                        .base(
                                ModelReference.at(frame)
                                        .with("moe-gates", "uniform_random")
                                        .with("moe-seed", "7"))
                        .seed(7)
                        .set(scale(1, 0.1)));
        assertThat(recipe.notes()).isEmpty();
    }

    @Test
    void readsNoise() throws IOException {
        MergeRequest read =
                read("""
                base_model: org/base
                gate_mode: random
                seed: 7
                experts:
                  - {source_model: org/a, noise_scale: 0.01}
                  - {source_model: org/b}
                  - {source_model: org/a, noise_scale: 0.01}
                shared_experts: [{source_model: org/c, noise_scale: 2}]
                """)
                        .result()
                        .request();
        assertThat(read.seed()).isEqualTo(7);
        assertThat(read.methods())
                .containsExactly(
                        new Rule<>("regex:\\.(?:experts\\.(?:0|2))\\.", "noise"),
                        new Rule<>("regex:\\.(?:shared_experts?)\\.", "noise"),
                        new Rule<>("*", "passthrough"));
        assertThat(read.settings()).containsExactly(noise(0, 0.01), noise(2, 2));
    }

    private static Setting noise(int model, double value) {
        return new Setting("*", ModelScope.model(model), "noise_scale", SettingValue.of(value));
    }

    @Test
    void findsGatesBesideTheRecipe() throws IOException {
        Path gates = Files.createFile(folder.resolve("gates.safetensors"));
        Recipe recipe =
                read(
                        """
                        base_model: org/base
                        gates: gates.safetensors
                        experts: [{source_model: org/a}, {source_model: org/b}]
                        """);
        String frame = "org/base?moe-active=2&moe-experts=2&moe-shared=0";
        is(
                recipe,
                MergeRequest.builder()
                        .model(expert("org/a", "0", frame))
                        .model(expert("org/b", "1", frame))
                        .base(
                                ModelReference.at(frame)
                                        .with("moe-gates", gates.toString())
                                        .with("moe-seed", "0")));
    }

    @Test
    void changesTheGatesOfARecipeThatNeedsAForwardPass() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("recipe.yml"),
                        """
                        base_model: org/base
                        gate_mode: hidden
                        experts: [{source_model: org/a}, {source_model: org/b}]
                        """);
        Recipe recipe = Recipes.read(file, Map.of(), List.of("gate_mode=random"));
        assertThat(recipe.stages()).hasSize(1);
    }

    @Test
    void knowsARecipeInJson() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("recipe.json"), "{\"base_model\": \"b\", \"experts\": []}");
        assertThat(Recipes.isRecipe(file)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                base_model: org/base
                gate_mode: random
                dtype: bfloat16
                experts_per_token: 1
                experts:
                  - {source_model: org/first, positive_prompts: [code]}
                  - source_model: {model: {path: a+b@c}}
                    residual_scale: -1e-3
                    noise_scale: 0.01
                """,
                """
                base_model: org/base@main
                gates: some/gates.safetensors
                architecture: deepseek
                seed: -7
                experts: [{source_model: a}, {source_model: b}, {source_model: a}]
                shared_experts: [{source_model: a}]
                """,
                """
                base_model: base
                gate_mode: uniform_random
                experts: [{source_model: a}, {source_model: a, residual_scale: 0.5}]
                shared_experts: [{source_model: b, noise_scale: 2}]
                """
            })
    void isTheSameAfterItWasWritten(String text) throws IOException {
        Recipe recipe = read(text);
        String written = RecipeWriter.write(recipe, folder);
        assertThat(read(written).result())
                .as(written)
                .usingRecursiveComparison()
                .isEqualTo(recipe.result());
        assertThat(RecipeWriter.write(read(written), folder)).isEqualTo(written);
    }

    @Test
    void isWrittenWithValuesThatAreSet() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("recipe.yml"),
                        """
                        base_model: base
                        gate_mode: hidden
                        experts: [{source_model: a}, {source_model: "${B}"}]
                        """);
        Recipe recipe =
                Recipes.read(
                        file,
                        Map.of("B", "org/b"),
                        List.of("gate_mode=random", "experts.0.residual_scale=0.5"));
        assertThat(RecipeWriter.write(recipe, folder))
                .isEqualTo(
                        """
                        base_model: base
                        gate_mode: random
                        experts:
                          - {source_model: a, residual_scale: 0.5}
                          - {source_model: org/b}
                        experts_per_token: 2
                        """);
    }

    @Test
    void whatItHasNoKeyForIsNotWritten() throws IOException {
        MergeRequest mixture =
                read("""
                base_model: base
                gate_mode: random
                experts: [{source_model: a}, {source_model: b}]
                """)
                        .result()
                        .request();
        cannot("parameters are chosen or renamed", mixture.toBuilder().exclude("x"));
        cannot("other methods, weights or options", mixture.toBuilder().weights(1, 2));
        cannot("'dtype' must be one of", mixture.toBuilder().dtype("x", DType.F32));
        cannot("'dtype' must be one of", mixture.toBuilder().dtype(DType.F8_E5M2));
        cannot("it has no keys for files", mixture.toBuilder().shardSize(5_000_000));
        cannot("it has no keys for files", mixture.toBuilder().strict());
        cannot("its base is not a model", mixture.toBuilder().base(ModelReference.at("a")));
        cannot("x is not seen as an expert", mixture.toBuilder().model(ModelReference.at("x")));
    }

    private static void cannot(String why, MergeRequestBuilder request) {
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> RecipeWriter.write(request.build(), Path.of("")))
                .withMessageContaining("cannot be written as a recipe: ")
                .withMessageContaining(why);
    }

    private Recipe read(String text) throws IOException {
        return Recipes.read(
                Files.writeString(folder.resolve("recipe.yml"), text), Map.of(), List.of());
    }

    private static void is(Recipe recipe, MergeRequestBuilder expected) {
        expected.method("passthrough")
                .adapter(ModelScope.all(), "experts")
                .layout(new Layout.Parts());
        assertThat(recipe.stages()).hasSize(1);
        assertThat(recipe.stages().getFirst().request())
                .usingRecursiveComparison()
                .isEqualTo(expected.build());
    }

    private static ModelReference expert(String model, String place, String frame) {
        return ModelReference.at(model).with("moe-expert", place).with("moe-frame", frame);
    }

    private static Setting scale(int model, double scale) {
        return new Setting(DOWN, ModelScope.model(model), "scale", SettingValue.of(scale));
    }
}
