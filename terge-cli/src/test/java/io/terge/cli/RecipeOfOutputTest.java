package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.json.LineageJson;
import io.terge.json.PlanJson;
import io.terge.model.RecipeText;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a model was merged from is kept with it, and in its lineage. */
class RecipeOfOutputTest {

    private static final String FILE = "merge-recipe.yml";
    private static final String MINE = "models: [models/base, models/other]\n";

    @TempDir private Path folder;
    private Path base = Path.of("");
    private Path other = Path.of("");
    private Path out = Path.of("");
    private Path lineage = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        base = model("models/base", 1);
        other = model("models/other", 3);
        out = folder.resolve("results/out");
        lineage = folder.resolve("lineage.json");
        Files.writeString(base.resolve("README.md"), "---\nlicense: mit\n---\n");
    }

    @Test
    void aRecipeIsWrittenBesideTheWeights() throws IOException {
        Path recipe = recipe("mine.yml", MINE + "weights: [1, 3] # mine\n");
        run("merge", recipe, "--out", out, "--lineage", lineage);

        String expected =
                """
                models:
                  - ../../models/base
                  - ../../models/other
                method: arithmetic
                weights: {0: 1, other: 3}
                """;
        assertThat(out.resolve(FILE)).hasContent(expected);
        assertThat(Files.readString(out.resolve("README.md")))
                .endsWith("The recipe:\n\n```yaml\n" + expected + "```\n");
        assertThat(recipe().format()).isEqualTo("terge");
        assertThat(recipe().portable()).isEqualTo(expected);
        assertThat(recipe().text()).isEqualTo(Files.readString(recipe));
    }

    @Test
    void aCommandLineIsInTheLineageAlone() throws IOException {
        run("merge", base, other, "--weights", "1,3", "--out", out, "--lineage", lineage);

        assertThat(recipe().text()).contains("- " + base, "weights: {0: 1, other: 3}");
        assertThat(out.resolve(FILE)).doesNotExist();
        assertThat(out.resolve("README.md")).content().doesNotContain("The recipe");
    }

    @Test
    void inPlaceNoRecipeIsWrittenWithoutACard() throws IOException {
        run("merge", base, other, "--in-place", "--no-card");
        assertThat(base.resolve(FILE)).doesNotExist();
        Path recipe = recipe("recipe.yml", "models: [models/base]\noutput: {card: false}\n");

        run("merge", recipe, "--set", "models=[models/base, models/other]", "--in-place");
        assertThat(base.resolve(FILE)).doesNotExist();

        run("merge", recipe("mine.yml", MINE), "--in-place");
        assertThat(base.resolve(FILE)).exists();
    }

    @Test
    void theFileMakesTheSameModelAgain() throws IOException {
        run("merge", recipe("mine.yml", MINE + "weights: [1, 3]\n"), "--out", out);
        Path again = folder.resolve("results/again");

        run("merge", out.resolve(FILE), "--out", again);

        assertThat(again.resolve("model.safetensors"))
                .hasSameBinaryContentAs(out.resolve("model.safetensors"));
        assertThat(again.resolve(FILE)).hasSameTextualContentAs(out.resolve(FILE));
    }

    @Test
    void theLineageHasARecipeAsItWasWrittenAndWhatWasSet() throws IOException {
        String text =
                "# by hand\nmodels: {a: '${DIR}/base', b: models/other}\nweights: {a: 1, b: 2}\n";
        Path recipe = recipe("recipe.yml", text);

        run(
                "merge",
                recipe,
                "--var",
                "DIR=models",
                "--set",
                "weights.b=3",
                "--dtype",
                "bf16",
                "--seed",
                "7",
                "--lineage",
                lineage,
                "--out",
                out);

        assertThat(recipe().text()).isEqualTo(text);
        assertThat(recipe().changes())
                .containsExactlyInAnyOrder(
                        "--set weights.b=3", "--var DIR=models", "--dtype bf16", "--seed 7");
        assertThat(recipe().portable())
                .isEqualTo(
                        """
                        models:
                          a: ../../models/base
                          b: ../../models/other
                        method: arithmetic
                        weights: {a: 1, b: 3}
                        dtype: bf16
                        seed: 7
                        """);
        assertThat(out.resolve(FILE)).hasContent(recipe().portable());
    }

    @Test
    void aRecipeOfMergekitIsKnownAsSuch() throws IOException {
        Path recipe =
                recipe(
                        "mergekit.yml",
                        "merge_method: linear\nparameters: {weight: 1}\n"
                                + "models: [{model: models/base}, {model: models/other}]\n");

        run("merge", recipe, "--lineage", lineage, "--out", out);

        assertThat(recipe().format()).isEqualTo("mergekit");
        assertThat(recipe().text()).isEqualTo(Files.readString(recipe));
        assertThat(Files.readString(out.resolve(FILE))).contains("- ../../models/base");
    }

    @Test
    void nothingTellsWhereTheAuthorKeepsFiles(@TempDir Path elsewhere) throws IOException {
        Path near = Path.of("").toAbsolutePath().resolve("target/near");
        Path far = Files.move(base, elsewhere.resolve("far"));

        Path recipe = recipe("far.yml", "models: [%s, models/other]\n".formatted(far));
        run("plan", recipe, "--out", near, "--save", folder.resolve("plan.json"));
        String portable =
                PlanJson.read(folder.resolve("plan.json")).recipe().orElseThrow().portable();

        assertThat(portable).contains("  - far\n  - other\n").doesNotContain(folder.toString());
    }

    @Test
    void aPlanCarriesIt() throws IOException {
        Path plan = folder.resolve("plan.json");
        Path recipe = recipe("mine.yml", MINE);
        CliRun planned = CliRun.of("plan", recipe, "--out", out, "--save", plan);

        run("merge", "--plan", plan, "--lineage", lineage);

        assertThat(planned.out()).contains("2 written (README.md, merge-recipe.yml)");
        assertThat(out.resolve(FILE)).hasContent(recipe().portable());
        assertThat(recipe().portable()).contains("- ../../models/base");
    }

    @Test
    void withoutACardThereIsNone() throws IOException {
        run("merge", recipe("mine.yml", MINE), "--out", out, "--no-card");

        assertThat(out.resolve(FILE)).doesNotExist();
    }

    @Test
    void aFileHasNone() throws IOException {
        run("merge", base, other, "--out", folder.resolve("f.safetensors"), "--lineage", lineage);

        assertThat(recipe().text()).contains("models/base");
        assertThat(folder.resolve(FILE)).doesNotExist();
    }

    @Test
    void thatOfAnEarlierMergeIsNotTakenAlong() throws IOException {
        Files.writeString(base.resolve(FILE), "models: [old]\n");
        Files.writeString(base.resolve("mergekit_config.yml"), "merge_method: linear\n");

        CliRun planned = CliRun.of("plan", base, other, "--out", out, "--no-card");
        run("merge", base, other, "--out", out, "--no-card");

        assertThat(planned.out())
                .contains("2 left out, the recipe of the base (merge-recipe.yml, mergekit_config");
        assertThat(out.resolve(FILE)).doesNotExist();
        assertThat(out.resolve("mergekit_config.yml")).doesNotExist();
    }

    @Test
    void thatOfAnEarlierMergeIsReplaced() throws IOException {
        Files.writeString(base.resolve(FILE), "models: [old]\n");

        Path recipe = recipe("mine.yml", MINE);
        run("merge", recipe, "--out", out);
        run("merge", recipe, "--in-place");

        assertThat(Files.readString(out.resolve(FILE))).contains("- ../../models/base");
        assertThat(Files.readString(base.resolve(FILE))).contains("- ../base", "- ../other");
    }

    @Test
    void thatOfMergekitStaysInPlaceAndIsNamed() throws IOException {
        Files.writeString(base.resolve("mergekit_config.yml"), "merge_method: linear\n");

        CliRun planned = CliRun.of("plan", base, other, "--in-place");

        assertThat(planned.out())
                .contains("1 not changed, the recipe of the base (mergekit_config.yml)");
    }

    @Test
    void thatOfTheBaseIsCopiedIfAskedFor() throws IOException {
        Files.writeString(base.resolve(FILE), "models: [old]\n");

        run("merge", base, other, "--out", out, "--copy", FILE);

        assertThat(out.resolve(FILE)).hasContent("models: [old]");
    }

    @Test
    void aConvertedModelKeepsItsRecipe() throws IOException {
        Files.writeString(base.resolve(FILE), "models: [old]\n");

        run("convert", base, "--out", out, "--dtype", "bf16");

        assertThat(out.resolve(FILE)).hasContent("models: [old]");
    }

    private RecipeText recipe() throws IOException {
        return LineageJson.read(lineage).recipe().orElseThrow();
    }

    private Path recipe(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void run(Object... arguments) {
        CliRun run = CliRun.of(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    private Path model(String name, float value) throws IOException {
        Path directory = folder.resolve(name);
        Files.createDirectories(directory);
        new TensorFile().with("x", value).write(directory.resolve("model.safetensors"));
        Files.writeString(directory.resolve("config.json"), "{}");
        return directory;
    }
}
