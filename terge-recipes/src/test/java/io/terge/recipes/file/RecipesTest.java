package io.terge.recipes.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.terge.api.AdapterChoice;
import io.terge.api.BaseChoice;
import io.terge.api.Layout;
import io.terge.api.MergeRequest;
import io.terge.api.ModelScope;
import io.terge.api.NonFinitePolicy;
import io.terge.api.Rename;
import io.terge.api.Rule;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.recipes.Recipe;
import io.terge.recipes.RecipeException;
import io.terge.tensor.DType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class RecipesTest {

    private static final ModelScope ALL = ModelScope.all();
    private static final ModelScope TUNED = ModelScope.model(0);
    private static final ModelScope THIRD = ModelScope.model(2);

    @TempDir private Path folder;

    @Test
    void everythingThatARecipeSaysIsInItsRequest() {
        Recipe.Stage stage = good("everything.yml").stages().getFirst();
        MergeRequest request = stage.request();

        assertThat(request.models())
                .containsExactly(
                        at("src/test/resources/tuned.pt"),
                        at("org/model@main"),
                        at("src/test/resources/more/third"));
        assertThat(request.base()).isEqualTo(new BaseChoice.Other(at("src/test/resources/base")));
        assertThat(request.adapters())
                .containsExactly(
                        new AdapterChoice(TUNED, "pytorch"),
                        new AdapterChoice(ModelScope.base(), "huggingface"),
                        new AdapterChoice(THIRD, "safetensors"),
                        new AdapterChoice(ALL, "huggingface"));
        assertThat(request.adapterSettings()).isEqualTo(Map.of("pickle", "strict"));
        assertThat(request.methods())
                .containsExactly(
                        new Rule<>("glob:*.bias", "arithmetic"),
                        new Rule<>("regex:norm$", "arithmetic"),
                        Rule.forAll("ties"));
        assertThat(request.included()).containsExactly("glob:**");
        assertThat(request.excluded()).containsExactly("glob:embed.*", "position_ids");
        assertThat(request.renames())
                .containsExactly(
                        new Rename(THIRD, "^bert\\.", ""), new Rename(ALL, "gamma$", "weight"));
        assertThat(request.output().dtype()).contains(DType.BF16);
        assertThat(request.output().types()).containsExactly(new Rule<>("glob:*.norm", DType.F32));
        assertThat(request.output().shardSize()).hasValue(5_000_000_000L);
        assertThat(request.output().adapter()).contains("huggingface");
        assertThat(request.output().nonFinite()).isEqualTo(NonFinitePolicy.FAIL);
        assertThat(request.seed()).isEqualTo(7);
        assertThat(request.isStrict()).isTrue();
        assertThat(stage.targetSettings())
                .isEqualTo(Map.of("weights", "pytorch", "copy", "onnx/*,*.md", "card", "no"));
    }

    @Test
    void rulesComeFirstThenModelsThenWhatIsForAll() {
        MergeRequest request = good("everything.yml").stages().getFirst().request();

        SettingValue perModel =
                new SettingValue.PerModel(
                        List.of(
                                SettingValue.of(1),
                                SettingValue.of(1),
                                SettingValue.gradient(0, 1)));
        assertThat(request.settings())
                .containsExactly(
                        new Setting("glob:*.bias", ALL, "weight", perModel),
                        new Setting("regex:norm$", ALL, "weight", perModel),
                        new Setting("lm_head.weight", ALL, "weight", SettingValue.gradient(0, 1)),
                        new Setting("lm_head.weight", TUNED, "density", SettingValue.of("0.1")),
                        new Setting("lm_head.weight", THIRD, "density", SettingValue.of("0.2")),
                        new Setting("*", TUNED, "weight", SettingValue.of(0.7)),
                        new Setting("*", TUNED, "density", SettingValue.of("0.5")),
                        new Setting("*", THIRD, "density", SettingValue.gradient(0, 0.5, 1)),
                        new Setting("*", ALL, "lambda", SettingValue.of("2")),
                        new Setting("*", ALL, "rescale", SettingValue.of("none")),
                        new Setting("*", ALL, "normalize", SettingValue.of("true")));
    }

    @Test
    void layersAreSlices() {
        assertThat(good("everything.yml").stages().getFirst().request().layout())
                .isEqualTo(
                        new Layout.Slices(
                                List.of(
                                        new Layout.Slice(
                                                List.of(
                                                        new Layout.Source(TUNED, 0, 8),
                                                        new Layout.Source(
                                                                ModelScope.base(), 4, 12)),
                                                Optional.of(ModelScope.base()),
                                                List.of(
                                                        new Setting(
                                                                "glob:*.mlp.*",
                                                                ALL,
                                                                "density",
                                                                SettingValue.of("0.9")),
                                                        new Setting(
                                                                "*",
                                                                TUNED,
                                                                "weight",
                                                                SettingValue.of(0.5)))),
                                        new Layout.Slice(
                                                List.of(new Layout.Source(THIRD, 0, 2)),
                                                Optional.empty(),
                                                List.of()))));
    }

    @Test
    void stagesReferToEarlierOnes() {
        List<Recipe.Stage> stages = good("stages.yml").stages();

        assertThat(stages).extracting(Recipe.Stage::name).containsExactly("language", "result");
        assertThat(stages.getLast().request().models())
                .containsExactly(
                        new ModelReference.Location("stage:language"),
                        at("src/test/resources/chat"));
    }

    @Test
    void anchorsAndMergeKeysAreResolved() {
        assertThat(good("anchors.yml").stages().getFirst().request().settings())
                .containsExactlyInAnyOrder(
                        Setting.of("density", SettingValue.of("0.5")),
                        Setting.of("lambda", SettingValue.of("2")));
    }

    @Test
    void tagsOfYamlAreKnown() throws IOException {
        MergeRequest request =
                read(
                        """
                        models: !!seq [!!str x, y]
                        base: !!str 1
                        !!str options: !!map {a: !!int "3", b: !!float 2, c: !!bool 'true'}
                        exclude: [!!str 5]
                        seed: !!int '7'
                        """);
        assertThat(request.models()).containsExactly(at(folder + "/x"), at(folder + "/y"));
        assertThat(request.base()).isEqualTo(other("1"));
        assertThat(request.settings())
                .containsExactlyInAnyOrder(
                        Setting.of("a", SettingValue.of("3")),
                        Setting.of("b", SettingValue.of("2")),
                        Setting.of("c", SettingValue.of("true")));
        assertThat(request.excluded()).containsExactly("5");
        assertThat(request.seed()).isEqualTo(7);
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> read("models: [x, y]\nbase: !!null ''\n"))
                .withMessageContaining("but was nothing");
    }

    @Test
    void aModelHasTheLastPartOfItsPathForAName() throws IOException {
        MergeRequest request =
                read("models: [x/a.safetensors, y/b, z/b]\nweights: {a: 2, 1: 3, 2: 4}\n");
        assertThat(request.settings())
                .containsExactly(new Setting("*", ALL, "weight", SettingValue.perModel(2, 3, 4)));
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> read("models: [x/a, y/b, z/b]\nweights: {b: 3}\n"))
                .withMessageContaining("Unknown model 'b'");
    }

    @Test
    void aBaseIsAModelOrAnotherOne() throws IOException {
        String models = "models: {a: x, base: y}\n";
        assertThat(read(models + "base: base").base()).isEqualTo(new BaseChoice.Index(1));
        String others = "models: {a: x, b: y}\n";
        assertThat(read(others + "base: b").base()).isEqualTo(new BaseChoice.Index(1));
        assertThat(read(others + "base: 0").base()).isEqualTo(new BaseChoice.Index(0));
        assertThat(read(others + "base: '0'").base()).isEqualTo(other("0"));
        assertThat(read(others + "base: ./b").base()).isEqualTo(other("b"));
        assertThat(read(others + "base: {path: b}").base()).isEqualTo(other("b"));
    }

    @Test
    void aFileThatCannotBeReadIsAProblemOfTheSystem() {
        assertThatExceptionOfType(TergeException.class)
                .isThrownBy(() -> Recipes.read(folder.resolve("x.yml"), Map.of(), List.of()))
                .satisfies(
                        failure ->
                                assertThat(failure.problems().getFirst().code())
                                        .isEqualTo(TergeCode.CANNOT_READ));
    }

    @Test
    void otherEncodingsAreRefused() throws IOException {
        Path file = folder.resolve("latin.yml");
        Files.write(file, "models: [ä]".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> Recipes.read(file, Map.of(), List.of()))
                .withMessageContaining("Not UTF-8 text");
    }

    @Test
    void aFileOfTheSizeOfAModelIsNotRead() throws IOException {
        Path file = folder.resolve("large.yml");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(1L << 32);
        }
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> Recipes.read(file, Map.of(), List.of()))
                .withMessageContaining("The file has 4294967296 bytes");
    }

    @Test
    void recipesAreToldFromModels() throws IOException {
        assertThat(Recipes.isRecipe(Path.of("missing.yml"))).isTrue();
        assertThat(Recipes.isRecipe(Path.of("missing.yaml"))).isTrue();
        assertThat(Recipes.isRecipe(Path.of("missing.json"))).isFalse();
        assertThat(Recipes.isRecipe(Path.of("model.safetensors"))).isFalse();
        Path model = Files.createDirectory(folder.resolve("model.yml"));
        assertThat(Recipes.isRecipe(model)).isFalse();
        Path json = folder.resolve("x.json");
        assertThat(Recipes.isRecipe(Files.writeString(json, "{\"models\": []}"))).isTrue();
        assertThat(Recipes.isRecipe(Files.writeString(json, "{\"merge_method\": \"ties\"}")))
                .isTrue();
        assertThat(Recipes.isRecipe(Files.writeString(json, "{\"weight_map\": {}}"))).isFalse();
        // What cannot be read is told by reading it.
        assertThat(Recipes.isRecipe(Files.writeString(json, "{\"models\": [\"a\""))).isTrue();
        assertThat(Recipes.isRecipe(Files.writeString(json, "{\"weight_map\": {"))).isFalse();
        String misspelt = "{\"modles\": [\"a\"], \"method\": \"ties\", \"base\": \"b\"}";
        assertThat(Recipes.isRecipe(Files.writeString(json, misspelt))).isTrue();
    }

    @Test
    void brokenJsonIsToldWithItsPlace() throws IOException {
        Path json = folder.resolve("x.json");
        Files.writeString(json, "{\"models\": [\"a\", \"b\"],\n \"method\": ties}}\n");

        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> Recipes.read(json, Map.of(), List.of()))
                .withMessageContaining(json + ":2:17: Not valid JSON: ")
                .withMessageContaining("fix: correct the JSON");
    }

    @Test
    void recipesOfMergekitAreToldByTheirKeys() throws IOException {
        MergeRequest request = read("models: [{model: a}, {model: b}]\nmerge_method: karcher\n");
        assertThat(request.methods()).containsExactly(Rule.forAll("karcher"));
        assertThat(request.models()).hasSize(2);
        // With the keys of models alone.
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> read("models: [{model: a}]\nmerge_metod: linear\n"))
                .withMessageContaining("Unknown key 'merge_metod'. Did you mean 'merge_method'?");
    }

    private BaseChoice other(String path) {
        return new BaseChoice.Other(ModelReference.at(folder.resolve(path)));
    }

    private MergeRequest read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("recipe.yml"), text);
        return Recipes.read(file, Map.of(), List.of()).stages().getFirst().request();
    }

    private static Recipe good(String name) {
        return Recipes.read(RecipeFiles.FOLDER.resolve("good").resolve(name), Map.of(), List.of());
    }

    private static ModelReference at(String path) {
        return ModelReference.at(path);
    }
}
