package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.Lineage;
import io.terge.json.LineageJson;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Recipes of several stages, run by the command. */
class StagesCommandTest {

    private static final String RECIPE =
            """
            stages:
              - name: mean
                models: [a.safetensors, b.safetensors]
              - name: result
                models: ['stage:mean', c.safetensors]
                weights: [1, 3]
            """;

    @TempDir private Path folder;
    private Path out = Path.of("");

    @BeforeEach
    void makeModels() throws IOException {
        out = folder.resolve("out.safetensors");
        model("a", 1, -2, 3, 0.5f);
        model("b", 8, 4, -2, 1);
        model("c", 0, 1, 2, 3);
        model("whole", 1.125f, 1, 1.625f, 2.4375f); // 1/4 of the mean, and 3/4 of c.
    }

    @Test
    void theOutputOfAStageIsAModelOfTheNext() throws IOException {
        CliRun merged = CliRun.of("merge", recipe(RECIPE), "--out", out);
        assertThat(merged.err()).isEmpty();
        assertThat(merged.status()).isZero();
        assertThat(out).hasSameBinaryContentAs(copied("whole"));
    }

    @Test
    void aStageAmongModelsWithAVocabularyIsToldOnce() throws IOException {
        for (String order : List.of("'stage:one', b", "b, 'stage:one'")) {
            Path recipe =
                    recipe(
                            """
                            stages:
                              - {name: one, models: [a.safetensors, b.safetensors]}
                              - {name: two, vocabulary: union, models: [%s]}
                            """
                                    .formatted(order.replace(" b", " b.safetensors")));
            assertThat(CliRun.of("merge", recipe, "--out", out).err())
                    .contains("1 problem,", "The output of a stage cannot be read with settings");
        }
    }

    @Test
    void aMissingModelIsToldWithItsPlaceInTheRecipe() throws IOException {
        Path recipe = recipe("models: [a.safetensors, gone.safetensors]\n");
        assertThat(CliRun.of("merge", recipe, "--out", out).err())
                .contains("gone.safetensors' does not exist\n   named at " + recipe + ":1:25\n");
    }

    @Test
    void aSavedPlanHasItsStages() throws IOException {
        Path plan = folder.resolve("plan.json");
        CliRun planned = CliRun.of("plan", recipe(RECIPE), "--out", out, "--save", plan);
        assertThat(planned.status()).isZero();
        assertThat(planned.out())
                .contains("stage mean", "not rounded, and computed whenever a later stage reads it")
                .contains("model 0  stage:mean (stage)");
        assertThat(CliRun.of("merge", "--plan", plan).status()).isZero();
        assertThat(out).hasSameBinaryContentAs(copied("whole"));
    }

    @Test
    void aLineageHasThoseOfItsStages() throws IOException {
        Path lineage = folder.resolve("lineage.json");
        CliRun.of("merge", recipe(RECIPE), "--out", out, "--lineage", lineage);
        Lineage read = LineageJson.read(lineage);
        assertThat(read.stages()).extracting(Lineage.Stage::name).containsExactly("mean");
        assertThat(read.stages().getFirst().lineage().parameters()).containsOnlyKeys("w");
    }

    @Test
    void aStageThatIsKeptIsWrittenBesideTheResult() throws IOException {
        Path kept = folder.resolve("out.safetensors-mean");
        CliRun merged =
                CliRun.of(
                        "merge",
                        recipe(
                                RECIPE.replace(
                                        "mean\n    models", "mean\n    keep: true\n    models")),
                        "--out",
                        out);
        assertThat(merged.err()).isEmpty();
        assertThat(kept).isDirectoryContaining("glob:**/model.safetensors");
        assertThat(out).hasSameBinaryContentAs(copied("whole"));
    }

    @Test
    void aSavedRecipeKeepsStagesWhereTheyWereKept() throws IOException {
        Path saved = folder.resolve("saved.yml");
        for (String keep : List.of("true", "parts/mean.safetensors")) {
            String text =
                    RECIPE.replace("mean\n    models", "mean\n    keep: " + keep + "\n    models");
            CliRun.of("plan", recipe(text), "--out", out, "--save-recipe", saved, "--overwrite");
            assertThat(saved).content().contains("    keep: " + keep + "\n");
        }
    }

    @Test
    void aStageInAListHasItsName() throws IOException {
        Path recipe = recipe(RECIPE.replace("[1, 3]", "{mean: 1, c: 3}"));
        assertThat(CliRun.of("merge", recipe, "--out", out).err()).isEmpty();
        assertThat(out).hasSameBinaryContentAs(copied("whole"));
    }

    @Test
    void aStageThatIsKeptStaysWhenALaterOneFails() throws IOException {
        model("c", 0, Float.NaN, 2, 3);
        String keep = "mean\n    keep: true\n    models";
        CliRun merged =
                CliRun.of(
                        "merge",
                        recipe(RECIPE.replace("mean\n    models", keep) + "    non_finite: fail\n"),
                        "--out",
                        out);
        assertThat(merged.status()).isEqualTo(ExitStatus.REJECTED.code());
        assertThat(merged.err())
                .contains("1 parameter has NaN or infinite elements; the output was not written");
        assertThat(out).doesNotExist();
        assertThat(folder.resolve("out.safetensors-mean"))
                .isDirectoryContaining("glob:**/model.safetensors");
    }

    @Test
    void aStageThatIsKeptAtAPathIsThere() throws IOException {
        String keep = "mean\n    keep: parts/mean.safetensors\n    dtype: bf16\n    models";
        CliRun merged =
                CliRun.of("merge", recipe(RECIPE.replace("mean\n    models", keep)), "--out", out);
        assertThat(merged.err()).isEmpty();
        assertThat(folder.resolve("parts/mean.safetensors")).exists();
        CliRun again =
                CliRun.of(
                        "merge",
                        recipe(RECIPE.replace("mean\n    models", keep)),
                        "--out",
                        folder.resolve("other.safetensors"));
        assertThat(again.err()).contains("OUTPUT_EXISTS").contains("stage: mean");
        assertThat(folder.resolve("other.safetensors")).doesNotExist();
    }

    @Test
    void noStageReplacesAModelOrAnotherOutput() throws IOException {
        byte[] before = Files.readAllBytes(file("c"));
        String keep = "mean\n    keep: %s\n    models";
        for (String place : List.of("c.safetensors", "out.safetensors", "out.safetensors/in")) {
            Path recipe = recipe(RECIPE.replace("mean\n    models", keep.formatted(place)));
            CliRun merged = CliRun.of("merge", recipe, "--out", out, "--overwrite");
            assertThat(merged.status()).as(place).isEqualTo(3);
            assertThat(merged.err())
                    .contains(place.startsWith("c") ? "OUTPUT_CONTAINS_INPUT" : "OUTPUTS_OVERLAP");
            assertThat(file("c")).hasBinaryContent(before);
            assertThat(out).doesNotExist();
        }
    }

    @Test
    void noStageReplacesAModelThroughALink() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.safetensors"), file("b"));
        byte[] before = Files.readAllBytes(file("b"));
        String keep = "mean\n    keep: link.safetensors\n    models";
        Path recipe = recipe(RECIPE.replace("mean\n    models", keep));
        CliRun merged = CliRun.of("merge", recipe, "--out", out, "--overwrite");
        assertThat(merged.err()).contains("OUTPUT_CONTAINS_INPUT");
        assertThat(file("b")).hasBinaryContent(before);
    }

    @Test
    void whatIsNotFiniteIsToldOfTheModelsOfTheStage() throws IOException {
        model("b", 8, Float.NaN, -2, 1);
        CliRun merged = CliRun.of("merge", recipe(RECIPE), "--out", out);
        assertThat(merged.err())
                .contains("stage:mean has NaN or infinite elements in 1 parameter")
                .containsPattern(
                        "check the models of this stage \\(.*a.safetensors, .*b.safetensors\\)");
        String kept = RECIPE.replace("mean\n    models", "mean\n    keep: true\n    models");
        Path other = folder.resolve("other.safetensors");
        CliRun failed = CliRun.of("merge", recipe(kept), "--out", other, "--non-finite", "fail");
        assertThat(failed.err()).contains("NON_FINITE_VALUES").contains("b.safetensors has NaN");
        assertThat(folder.resolve("other.safetensors-mean")).doesNotExist();
    }

    @Test
    void keepingBesideAnOutputNeedsOne() throws IOException {
        String keep = RECIPE.replace("mean\n    models", "mean\n    keep: true\n    models");
        CliRun merged = CliRun.of("merge", recipe(keep), "--in-place");
        assertThat(merged.err()).contains("'keep: true', which requires --out");
        assertThat(merged.status()).isEqualTo(2);
    }

    @Test
    void aStageCannotBeReplacedInPlace() throws IOException {
        CliRun merged = CliRun.of("merge", recipe(RECIPE), "--in-place");
        assertThat(merged.err()).contains("stage:mean");
        assertThat(merged.status()).isNotZero();
    }

    @Test
    void anOutputMayNotReplaceAModelOfAStage() throws IOException {
        byte[] before = Files.readAllBytes(file("b"));
        CliRun merged = CliRun.of("merge", recipe(RECIPE), "--out", file("b"), "--overwrite");
        assertThat(merged.status()).isEqualTo(3);
        assertThat(merged.err())
                .contains("would destroy the input stage:mean")
                .contains("b.safetensors is part of what is replaced");
        assertThat(file("b")).hasBinaryContent(before);
    }

    @Test
    void aStageThatNobodyUsesIsTold() throws IOException {
        Path recipe = recipe(RECIPE.replace("'stage:mean'", "a.safetensors"));
        CliRun merged = CliRun.of("merge", recipe, "--out", out);
        assertThat(merged.err()).contains("No later stage uses the output of stage 'mean'");
        assertThat(merged.status()).isZero();
    }

    @Test
    void isConvertedToARecipeThatMergesToTheSame() throws IOException {
        CliRun converted = CliRun.of("recipe", "convert", recipe(RECIPE));
        Files.writeString(folder.resolve("recipe.yml"), converted.out());
        CliRun.of("merge", folder.resolve("recipe.yml"), "--out", out);
        assertThat(out).hasSameBinaryContentAs(copied("whole"));
    }

    @Test
    void documentsOfMergekitAreStages() throws IOException {
        Path recipe =
                recipe(
                        """
                        name: mean
                        merge_method: linear
                        models: [{model: a.safetensors}, {model: b.safetensors}]
                        parameters: {weight: 1}
                        ---
                        merge_method: linear
                        models:
                          - {model: mean, parameters: {weight: 1}}
                          - {model: c.safetensors, parameters: {weight: 3}}
                        """);
        CliRun merged = CliRun.of("merge", recipe, "--out", out);
        assertThat(merged.status()).as(merged.err()).isZero();
        assertThat(out).hasSameBinaryContentAs(copied("whole"));
    }

    // A conversion, as a merge writes its file in its own way.
    private Path copied(String name) {
        Path copy = folder.resolve("copy.safetensors");
        CliRun.of("convert", file(name), "--out", copy);
        return copy;
    }

    private Path recipe(String text) throws IOException {
        return Files.writeString(folder.resolve("recipe.yml"), text);
    }

    private Path file(String name) {
        return folder.resolve(name + ".safetensors");
    }

    private void model(String name, float... values) throws IOException {
        new TensorFile().with("w", values).write(file(name));
    }
}
