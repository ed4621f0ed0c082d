package io.terge.recipes.mergekit;

import static io.terge.recipes.mergekit.Expected.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.model.ModelReference;
import io.terge.recipes.Recipe;
import io.terge.tensor.DType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ReferencesTest {

    @TempDir private Path folder;

    private static String recipe(String model) {
        return "merge_method: passthrough\nmodels: [{model: %s}]\n".formatted(model);
    }

    private ModelReference read(String model) {
        return Reading.of(recipe(model), folder).request().models().getFirst();
    }

    @Test
    void pathsAreThoseOfTheFolderOfTheRecipe() throws IOException {
        Path model = Files.createDirectories(folder.resolve("models/a"));
        assertThat(read("models/a")).isEqualTo(ModelReference.at(model));
        assertThat(read("{model: {path: models/a}}")).isEqualTo(ModelReference.at(model));
        assertThat(read("'" + model + "'")).isEqualTo(ModelReference.at(model));
    }

    @Test
    void elsePathsAreThoseOfTheCurrentDirectory() {
        assertThat(read("src/main")).isEqualTo(model("src/main"));
        assertThat(Path.of("src/main")).exists();
    }

    @Test
    void whatIsMissingIsANameOnTheHubOrInTheFolder() {
        assertThat(read("org/name")).isEqualTo(model("org/name"));
        assertThat(read("org/name@main")).isEqualTo(model("org/name@main"));
        assertThat(read("{model: {path: org/name, revision: v1}}")).isEqualTo(model("org/name@v1"));
        assertThat(read("{model: org/name@v1, lora: null}")).isEqualTo(model("org/name@v1"));
        assertThat(read("../x/name")).isEqualTo(ModelReference.at(folder.resolveSibling("x/name")));
    }

    @Test
    void revisionsOfLocalModelsHaveNoEffect() throws IOException {
        Path model = Files.createDirectories(folder.resolve("a"));
        Reading reading = Reading.of(recipe("a@v1"), folder);
        assertThat(reading.request().models()).containsExactly(ModelReference.at(model));
        reading.hasNotes("2:18: The revision 'v1' has no effect: 'a' is a local model");
    }

    @Test
    void architecturesNeedNotBeKnown() {
        Reading.of(recipe("{model: org/name, override_architecture: LlamaForCausalLM}"))
                .hasNotes("2:36: 'override_architecture' has no effect");
    }

    @ParameterizedTest
    @CsvSource({
        "dtype: float32, F32",
        "dtype: torch.bfloat16, BF16",
        "'dtype: float32\nout_dtype: float16', F16",
        "out_dtype: torch.float16, F16"
    })
    void theOutputHasTheTypeThatIsStored(String types, String expected) {
        assertThat(Reading.of(recipe("o/a") + types).request().output().dtype())
                .contains(DType.named(expected));
    }

    @Test
    void withoutATypeTheOutputHasThatOfTheBase() {
        assertThat(Reading.of(recipe("o/a") + "dtype: null").request().output().dtype()).isEmpty();
    }

    @Test
    void keysThatNameValuesAreNoPartOfTheRecipe() {
        Reading.of("a: &x o/a\n" + recipe("*x") + "chat_template: ''\n").hasNotes();
        assertThat(Reading.of("a: &x o/a\n" + recipe("*x")).request().models())
                .containsExactly(model("o/a"));
    }

    @Test
    void documentsAreMergedAfterThoseTheyUse() {
        List<Recipe.Stage> stages =
                Reading.of(
                                """
                                merge_method: passthrough
                                models: [{model: two}]
                                ---
                                name: two
                                merge_method: ram
                                base_model: one
                                models: [{model: o/b}]
                                ---
                                name: one
                                merge_method: passthrough
                                models: [{model: o/a}]
                                """)
                        .stages();
        assertThat(stages).extracting(Recipe.Stage::name).containsExactly("one", "two", "");
        assertThat(stages.getLast().request().models())
                .containsExactly(ModelReference.ofStage("two"));
        assertThat(stages.getFirst().request().models()).containsExactly(model("o/a"));
    }
}
