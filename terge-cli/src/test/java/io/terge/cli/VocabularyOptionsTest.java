package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class VocabularyOptionsTest {

    private static final String EMBEDDING = "model.embed_tokens.weight";

    @TempDir private Path folder;

    private Path first = Path.of("");
    private Path second = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        first = model("first", "{\"a\": 0, \"b\": 1}", 1, 2);
        second = model("second", "{\"b\": 0, \"x\": 1, \"a\": 2}", 20, 30, 10);
        out = folder.resolve("out");
    }

    @Test
    void rowsAreMergedByTheirTokens() throws IOException {
        CliRun merge = CliRun.of("merge", first, second, "--vocabulary", "union", "--out", out);

        assertThat(merge.err()).isEmpty();
        // (1 + 10) / 2, (2 + 20) / 2, and x, which only the second has
        assertThat(TensorFile.read(out.resolve("model.safetensors"), EMBEDDING))
                .containsExactly(5.5f, 11, 30);
        assertThat(Files.readString(out.resolve("tokenizer.json")))
                .contains("\"id\":2,\"content\":\"x\"");
        assertThat(Files.readString(out.resolve("config.json"))).contains("\"vocab_size\": 3");
    }

    @Test
    void aBaseThatIsNotMergedGivesItsTokens() throws IOException {
        Path third = model("third", "{\"b\": 0, \"a\": 1}", 40, 30);

        CliRun merge =
                CliRun.of(
                        "merge",
                        second,
                        third,
                        "--base",
                        first,
                        "--vocabulary",
                        "base",
                        "--out",
                        out);

        assertThat(merge.err()).isEmpty();
        // (10 + 30) / 2 and (20 + 40) / 2
        assertThat(TensorFile.read(out.resolve("model.safetensors"), EMBEDDING))
                .containsExactly(20, 30);
    }

    @Test
    void aSavedPlanKeepsTheChoice() throws IOException {
        Path plan = folder.resolve("plan.json");
        CliRun.of("plan", first, second, "--vocabulary", "1", "--out", out, "--save", plan);

        CliRun.of("merge", "--plan", plan);

        // b, x and a, in the order of the second
        assertThat(TensorFile.read(out.resolve("model.safetensors"), EMBEDDING))
                .containsExactly(11, 30, 5.5f);
        assertThat(out.resolve("tokenizer.json"))
                .hasSameTextualContentAs(second.resolve("tokenizer.json"));
    }

    @Test
    void aBaseWithAnotherTokenizerIsNotReplaced() {
        CliRun merge = CliRun.of("merge", first, second, "--vocabulary", "1", "--in-place");

        assertThat(merge.status()).isEqualTo(3);
        assertThat(merge.err()).contains("OUTPUT_CONTAINS_INPUT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--vocabulary all | base, rows or an index from 0 to 1, got 'all'",
                "--vocabulary 2 | base, rows or an index from 0 to 1, got '2'",
                "--vocabulary rows --pad-vocabulary 8 | cannot be combined with --vocabulary rows",
                "--pad-vocabulary 8 | --pad-vocabulary requires --vocabulary",
                "--vocabulary base --pad-vocabulary 0 | expected a whole number from 1 to 65536,"
                        + " got '0'",
                "--vocabulary base --pad-vocabulary 65537 | expected a whole number from 1 to"
                        + " 65536",
                "--vocabulary base --pad-vocabulary 1e9 | --pad-vocabulary': expected a whole"
            })
    void anUnknownChoiceIsRefused(String arguments, String message) {
        List<Object> all = new ArrayList<>(List.of("merge", first, second, "--out", out));
        all.addAll(List.of(arguments.split(" ")));
        CliRun merge = CliRun.of(all.toArray());

        assertThat(merge.status()).isEqualTo(2);
        assertThat(merge.err()).contains(message);
        assertThat(out).doesNotExist();
    }

    @Test
    void rowsAreMergedAsTheyAreOnlyIfThatIsAskedFor() throws IOException {
        Path swapped = model("swapped", "{\"b\": 0, \"a\": 1}", 20, 30);
        CliRun refused = CliRun.of("merge", first, swapped, "--out", out);
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.err()).contains("TOKENS_CONFLICT", "--vocabulary rows");
        assertThat(out).doesNotExist();

        Path recipe = out.resolveSibling("rows.yml");
        CliRun rows =
                CliRun.of(
                        "plan",
                        first,
                        swapped,
                        "--vocabulary",
                        "rows",
                        "--out",
                        out,
                        "--save-recipe",
                        recipe);
        assertThat(rows.status()).as(rows.err()).isZero();
        assertThat(rows.err()).contains("TOKENS_DIFFER");
        assertThat(recipe).content().contains("vocabulary: rows\n");
        assertThat(CliRun.of("plan", recipe, "--out", out).status()).isZero();
        assertThat(
                        CliRun.of(
                                        "plan",
                                        recipe,
                                        "--set",
                                        "vocabulary={source: rows, tokens: {a: zero}}")
                                .err())
                .contains("have no meaning where rows are merged as they are");
    }

    @Test
    void rowsAreAddedUpToAMultiple() throws IOException {
        CliRun merge =
                CliRun.of(
                        "merge",
                        first,
                        second,
                        "--vocabulary",
                        "base",
                        "--pad-vocabulary",
                        3,
                        "--out",
                        out);

        assertThat(merge.err()).isEmpty();
        // The last row is without a token: (1 + 2) / 2 of the first, (10 + 20) / 2 of the second,
        // without the row of x, which is not in the output.
        assertThat(TensorFile.read(out.resolve("model.safetensors"), EMBEDDING))
                .containsExactly(5.5f, 11, 8.25f);
        assertThat(Files.readString(out.resolve("config.json"))).contains("\"vocab_size\": 3");
    }

    @Test
    void theIntersectionRemovesTokens() throws IOException {
        CliRun merge =
                CliRun.of("merge", second, first, "--vocabulary", "intersection", "--out", out);

        assertThat(merge.err()).isEmpty();
        // b and a, in the order of the first model; x is gone
        assertThat(TensorFile.read(out.resolve("model.safetensors"), EMBEDDING))
                .containsExactly(11, 5.5f);
        assertThat(Files.readString(out.resolve("tokenizer.json"))).doesNotContain("x");
    }

    @Test
    void theChoiceIsSavedAsARecipeOfTheSamePlan() throws IOException {
        Path recipe = folder.resolve("recipe.yml");
        Object[] words = {
            first, second, "--vocabulary", "1", "--pad-vocabulary", 4, "--out", out, "--json"
        };
        CliRun plan = CliRun.of(with("plan", words, "--save-recipe", recipe));

        assertThat(plan.status()).isZero();
        assertThat(Files.readString(recipe))
                .isEqualTo(
                        """
                        models:
                          - first
                          - second
                        vocabulary: {source: second, pad_to_multiple_of: 4}
                        method: arithmetic
                        """);
        CliRun again = CliRun.of("plan", recipe, "--out", out, "--json");
        assertThat(withoutRecipe(again.out())).isEqualTo(withoutRecipe(plan.out()));
        assertThat(CliRun.of("plan", recipe, "--vocabulary", "base").err())
                .contains("--vocabulary cannot be combined with a recipe");
    }

    // Its paths start where it is written, and that of a command line is no file of the output.
    private static String withoutRecipe(String plan) {
        assertThat(plan).contains("  \"recipe\": {");
        return plan.replaceFirst("(?s)  \"recipe\": \\{.*?\\n  \\},\\n", "")
                .replaceFirst("(?s)\"written\": \\[.*?\\]", "");
    }

    private static Object[] with(String command, Object[] words, Object... more) {
        return Stream.of(Stream.of(command), Stream.of(words), Stream.of(more))
                .flatMap(each -> each)
                .toArray();
    }

    @Test
    void aFileHasNoTokens() {
        CliRun merge =
                CliRun.of(
                        "merge",
                        first.resolve("model.safetensors"),
                        second,
                        "--vocabulary",
                        "union",
                        "--out",
                        out);

        assertThat(merge.status()).isEqualTo(3);
        assertThat(merge.err()).contains("VOCABULARY_MISSING", "give the directory of the model");
    }

    private Path model(String name, String tokens, float... rows) throws IOException {
        Path model = Files.createDirectories(folder.resolve(name));
        Files.writeString(
                model.resolve("config.json"), "{\"vocab_size\": %d}".formatted(rows.length));
        Files.writeString(
                model.resolve("tokenizer.json"),
                "{\"added_tokens\": [], \"model\": {\"type\": \"WordLevel\", \"vocab\": %s}}"
                        .formatted(tokens));
        String header =
                "{\"%s\":{\"dtype\":\"F32\",\"shape\":[%d,1],\"data_offsets\":[0,%d]}}"
                        .formatted(EMBEDDING, rows.length, rows.length * Float.BYTES);
        TensorFile.write(model.resolve("model.safetensors"), header, TensorFile.bytes(rows));
        return model;
    }
}
