package io.terge.recipes.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.terge.api.MergeRequest;
import io.terge.api.Rule;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.model.ModelReference;
import io.terge.recipes.Recipe;
import io.terge.recipes.RecipeException;
import io.terge.tensor.DType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Values that are set, and variables. */
class ChangedValuesTest {

    private static final String RECIPE =
            """
            models:
              - {name: a, path: x}
              - y
            weights: {a: 1, y: 2}
            options: {lambda: 1}
            rules:
              - {for: 'glob:*', method: ties}
            """;

    @TempDir private Path folder;

    @Test
    void valuesOfOneOfSeveralRecipesAreSetByItsName() throws IOException {
        String merge = "merge_method: linear\nmodels: [{model: o/a}, {model: o/b}]\n";
        String weight = "parameters: {weight: 1}\n";
        Path file = folder.resolve("recipe.yml");
        Files.writeString(file, "name: x\n" + merge + weight + "---\n" + merge + weight);

        List<Recipe.Stage> stages =
                Recipes.read(file, Map.of(), List.of("x.parameters.weight=2", "1.dtype=float32"))
                        .stages();

        assertThat(stages.getFirst().request().settings())
                .contains(Setting.of("weight", SettingValue.of(2)));
        assertThat(stages.getLast().request().settings())
                .contains(Setting.of("weight", SettingValue.of(1)));
        assertThat(stages.getLast().request().output().dtype()).contains(DType.F32);
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> Recipes.read(file, Map.of(), List.of("parameters.weight=2")))
                .withMessageContaining("No merge of the file is named 'parameters'.")
                .withMessageContaining("fix: start the key with one of: x, 1");
    }

    @Test
    void valuesAreSetByTheirKeys() throws IOException {
        MergeRequest request =
                read(
                        RECIPE,
                        Map.of(),
                        "weights.a=0.4",
                        "models.1={name: y, path: z}",
                        "options.lambda=[0, 2]",
                        "options.new=text",
                        "rules.0.for=\"a=b\"",
                        "output.shard_size=5GB",
                        "\"seed\"=3");

        assertThat(request.settings())
                .containsExactlyInAnyOrder(
                        Setting.of("weight", SettingValue.perModel(0.4, 2)),
                        Setting.of("lambda", SettingValue.gradient(0, 2)),
                        Setting.of("new", SettingValue.of("text")));
        assertThat(request.models().getLast()).isEqualTo(ModelReference.at(folder.resolve("z")));
        assertThat(request.methods()).containsExactly(new Rule<>("a=b", "ties"));
        assertThat(request.output().shardSize()).hasValue(5_000_000_000L);
        assertThat(request.seed()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    weights        | --set weights: Expected KEY=VALUE, such as dtype=bf16
                    .a=1           | Expected KEY=VALUE
                    =1             | Expected KEY=VALUE
                    models.2=z     | --set models.2=z: '2' is not an index of the list; valid: 0 to 1
                    models.a=z     | 'a' is not an index of the list
                    models.1.path=z | 'path' cannot be set within 'y', which is no mapping or list
                    weights.b=1    | --set weights.b=1: Unknown model 'b'.
                    seed=[1        | --set seed=[1: Not valid YAML
                    seed=!env S    | --set seed=!env S: Unknown tag '!env'
                    seed=          | 'seed' must be a whole number of 64 bits, but was nothing
                    """)
    void whatCannotBeSetIsTold(String set, String expected) {
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> read(RECIPE, Map.of(), set))
                .withMessageContaining(expected);
    }

    @Test
    void variablesAreReplacedInValues() throws IOException {
        String recipe =
                """
                {"models": ["${DIR}/a", "${DIR}/$${x}/${N.1}"], "seed": "${SEED}",
                 "exclude": "$${SEED}"}
                """;

        MergeRequest request =
                read(recipe, Map.of("DIR", "some dir", "SEED", "12", "N.1", "b$1\\"));

        assertThat(request.models())
                .extracting(ModelReference::describe)
                .containsExactly(
                        folder.resolve("some dir/a").toString(),
                        folder.resolve("some dir/${x}/b$1\\").toString());
        assertThat(request.seed()).isEqualTo(12);
        assertThat(request.excluded()).containsExactly("${SEED}");
    }

    @Test
    void aVariableThatIsUsedByASetValueIsReplacedToo() throws IOException {
        for (String set : List.of("seed=${S}", "seed=!!int ${S}")) {
            assertThat(read(RECIPE, Map.of("S", "5"), set).seed()).isEqualTo(5);
        }
    }

    private MergeRequest read(String text, Map<String, String> variables, String... sets)
            throws IOException {
        Path file = Files.writeString(folder.resolve("recipe.yml"), text);
        return Recipes.read(file, variables, List.of(sets)).stages().getFirst().request();
    }
}
