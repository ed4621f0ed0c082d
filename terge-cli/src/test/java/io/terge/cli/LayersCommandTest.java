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
import java.util.List;

/** Recipes of layers, run by the command. */
class LayersCommandTest {

    private static final String OWN =
            """
            models: [first, second]
            layers:
              - from: {model: first, layers: [0, 2]}
              - from:
                  - {model: first, layers: [1, 2]}
                  - {model: second, layers: [1, 2]}
            """;

    private static final String OF_MERGEKIT =
            """
            merge_method: passthrough
            slices:
              - sources:
                  - model: first
                    layer_range: [0, 2]
              - sources:
                  - model: second
                    layer_range: [1, 2]
            """;

    @TempDir private Path folder;

    @BeforeEach
    void writeModels() throws IOException {
        new DenseModels("llama", 3).write(folder.resolve("first"), 0);
        new DenseModels("llama", 3).write(folder.resolve("second"), 100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    own-beyond      | --set layers.0.from.layers=[1,4] --set layers.1.from.1.layers=[2,3]
                    own-pattern     | --set layer_pattern=block_(\\d+)
                    """)
    void aPlaceIsToldWhereARecipeDoesNotFitTheModels(String golden, String sets)
            throws IOException {
        check(golden, OWN, sets);
    }

    @Test
    void rangesBeyondTheModelAreToldWithTheirPlaces() throws IOException {
        check("own-ranges", OWN.replace("[0, 2]", "[0, 3]"), "");
        check("mergekit-ranges", OF_MERGEKIT.replace("[0, 2]", "[0, 5]"), "");
    }

    @Test
    void rangesOfStagesAreToldWithTheirPlaces() throws IOException {
        String stages =
                """
                stages:
                  - name: deep
                    models: [first, second]
                    layers:
                      - from: {model: second, layers: [2, 3]}
                      - from: {model: first, layers: [0, 1]}
                  - name: wide
                    models: [first, second]
                    layers:
                      - from: {model: first, layers: [0, 1]}
                      - from: {model: first, layers: [1, 3]}
                """;
        check("own-stages", stages, "");
        String documents =
                OF_MERGEKIT.replace("[1, 2]", "[1, 3]")
                        + "name: result\n---\n"
                        + OF_MERGEKIT.replace("[0, 2]", "[4, 5]")
                        + "name: before\n";
        check("mergekit-stages", documents.replaceFirst("second", "before"), "");
    }

    @Test
    void modelsOfDifferentDepthHaveNothingElseThatDiffers() throws IOException {
        new DenseModels("llama", 3, 3).write(folder.resolve("deep"), 200);
        for (String recipe : List.of(OWN, OF_MERGEKIT)) {
            Path file =
                    Files.writeString(
                            folder.resolve("recipe.yml"), recipe.replace("second", "deep"));
            CliRun run = CliRun.of("plan", file, "--strict");
            assertThat(run.err()).isEmpty();
            assertThat(run.status()).isZero();
        }
    }

    private void check(String golden, String recipe, String sets) throws IOException {
        Path file = Files.writeString(folder.resolve("recipe.yml"), recipe);
        Path out = folder.resolve("out");
        String words = "merge %s --out %s %s".formatted(file, out, sets).strip();
        CliRun run = CliRun.of((Object[]) words.split(" +"));
        assertThat(run.status()).isEqualTo(3);
        assertThat(out).doesNotExist();
        GoldenFiles.check("layers/" + golden, run.transcript(folder));
    }
}
