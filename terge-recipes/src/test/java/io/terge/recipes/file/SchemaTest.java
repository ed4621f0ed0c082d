package io.terge.recipes.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.terge.recipes.own.RecipeWriter;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;
import io.terge.recipes.yaml.YamlReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The schema accepts what the reader accepts, and finds the mistakes that a schema can find. */
class SchemaTest {

    /** What is no YAML, or depends on other parts of the recipe, or on more than a pattern. */
    private static final Set<String> BEYOND_A_SCHEMA =
            Set.of(
                    "adapters-of-unknown-model",
                    "base-is-another-model",
                    "base-out-of-range",
                    "dtype-ambiguous",
                    "dtype-unknown",
                    "experts-lora",
                    "experts-too-many-active",
                    "experts-two-documents",
                    "layers-of-different-number",
                    "layers-of-unknown-model",
                    "model-name-twice",
                    "model-setting-twice",
                    "option-of-unknown-model",
                    "stage-name-twice",
                    "stage-used-before",
                    "variable-open",
                    "variable-unknown",
                    "vocabulary-of-a-stage",
                    "seed-too-large",
                    "two-documents",
                    "weights-in-model-and-below",
                    "weights-of-unknown-model",
                    "weights-too-few",
                    "weights-twice-for-a-model");

    private final Schema schema =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Recipes.schema(), InputFormat.JSON);

    static List<Path> good() {
        return RecipeFiles.good().stream()
                .filter(file -> !file.toString().contains("anchors"))
                .toList();
    }

    static List<Path> broken() {
        return RecipeFiles.broken();
    }

    @Test
    void theDocumentedSchemaIsTheOneInTheJar() {
        assertThat(Path.of("..", "docs", "recipe.schema.json")).hasContent(Recipes.schema());
    }

    @ParameterizedTest
    @MethodSource("good")
    void acceptsGoodRecipes(Path file) throws IOException {
        assertThat(faults(Files.readString(file))).isEmpty();
    }

    @Test
    void acceptsWhatIsWritten() {
        for (long seed = 0; seed < 200; seed++) {
            String text = RecipeWriter.write(new RandomRequests(seed).next(), Path.of(""));
            assertThat(faults(text)).as(text).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("broken")
    void findsMistakes(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".yml", "");
        boolean isFound = faults(Files.readString(file)).size() > 0;

        assertThat(isFound).isEqualTo(!BEYOND_A_SCHEMA.contains(name));
    }

    private List<String> faults(String text) {
        Problems problems = new Problems();
        List<Node> documents = new YamlReader("recipe", problems).read(text);
        if (documents.isEmpty()) {
            return List.of("not YAML");
        }
        return schema.validate(json(documents.getFirst()), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static String json(Node node) {
        return switch (node) {
            case Node.Nothing _ -> "null";
            case Node.Scalar(String text, boolean isQuoted, var _) ->
                    !isQuoted && isValue(text) ? text.replaceFirst("^\\+", "") : quoted(text);
            case Node.Items(var values, var _) ->
                    values.stream()
                            .map(SchemaTest::json)
                            .collect(Collectors.joining(",", "[", "]"));
            case Node.Fields(var fields, var _) ->
                    fields.entrySet().stream()
                            .map(
                                    field ->
                                            quoted(field.getKey())
                                                    + ":"
                                                    + json(field.getValue().value()))
                            .collect(Collectors.joining(",", "{", "}"));
        };
    }

    private static boolean isValue(String text) {
        return text.matches("true|false|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")
                && !text.equals("1e999");
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(
                        c ->
                                c < ' ' || c == '"' || c == '\\'
                                        ? "\\u%04x".formatted(c)
                                        : "" + (char) c)
                .collect(Collectors.joining("", "\"", "\""));
    }
}
