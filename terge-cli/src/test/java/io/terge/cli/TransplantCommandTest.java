package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.Lineage;
import io.terge.json.LineageJson;

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
import java.util.SortedMap;

class TransplantCommandTest {

    private static final String EMBEDDING = "model.embed_tokens.weight";

    @TempDir private Path folder;
    private Path model = Path.of("");
    private Path donor = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        model = folder.resolve("model");
        donor = folder.resolve("donor");
        out = folder.resolve("out");
        TokenModels.of("a", "b", "c").write(model, 2, 1, 2, 3, 4, 5, 6);
        // x is 3 b - a / 2; then a row without a token.
        TokenModels.of("b", "a", "x").write(donor, 3, 1, 0, 0, 0, 2, 0, 3, -1, 0, 9, 9, 9);
        TokenModels.of("p", "q").write(folder.resolve("foreign"), 1, 1, 2);
        TokenModels.of("b", "a", "x").write(folder.resolve("bad"), 2, 1, 2, Float.NaN, 3, 4, 5);
        TokenModels.of("b", "a", "x").write(folder.resolve("zeros"), 2, 0, 0, 0, 0, 5, 6);
    }

    @Test
    void theOutputHasTheTokenizerOfTheDonor() throws IOException {
        Path lineage = folder.resolve("lineage.json");
        CliRun run =
                CliRun.of(
                        "transplant",
                        model,
                        "--tokenizer",
                        donor,
                        "--out",
                        out,
                        "--lineage",
                        lineage);

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("warning");
        assertThat(run.out())
                .contains("2 rows kept, 1 row computed (omp, k = 64), 1 row without a token");
        assertThat(TensorFile.read(out.resolve("model.safetensors"), EMBEDDING))
                .containsExactly(3, 4, 1, 2, 8.5f, 11, 3, 4);
        assertThat(out.resolve("tokenizer.json"))
                .hasSameBinaryContentAs(donor.resolve("tokenizer.json"));
        assertThat(Files.readString(out.resolve("config.json")))
                .contains("\"vocab_size\": 4", "\"eos_token_id\": 2", "\"hidden_size\": 2");
        Lineage read = LineageJson.read(lineage);
        assertThat(read.base().reference().settings())
                .containsEntry("transplant-method", "omp")
                .containsEntry("transplant-k", "64")
                .containsEntry("transplant-rows", "kept:2,computed:1,padded:1");
        assertThat(read.copied().get(EMBEDDING)).isNotNull();
    }

    @Test
    void anOwnTokenizerIsAConversion() throws IOException {
        Path plain = folder.resolve("plain");
        assertThat(CliRun.of("convert", model, "--out", plain).status()).isZero();
        assertThat(CliRun.of("transplant", model, "--tokenizer", model, "--out", out).status())
                .isZero();
        assertThat(FolderState.of(out)).isEqualTo(FolderState.of(plain));
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() throws IOException {
        List<Path> weights = new ArrayList<>();
        for (String threads : List.of("1", "3")) {
            Path made = folder.resolve(threads);
            CliRun run =
                    CliRun.of(
                            "transplant",
                            model,
                            "--tokenizer",
                            donor,
                            "--method",
                            "nearest",
                            "--threads",
                            threads,
                            "--out",
                            made);
            assertThat(run.status()).as(run.err()).isZero();
            weights.add(made.resolve("model.safetensors"));
        }
        assertThat(weights.getFirst()).hasSameBinaryContentAs(weights.getLast());
    }

    @Test
    void aModelInAFileOfAnyFormatIsGivenATokenizerOnlyIfItHasOne() {
        Path file = folder.resolve("model.pt");
        assertThat(CliRun.of("convert", model, "--out", file).status()).isZero();
        assertThat(CliRun.of("transplant", file, "--tokenizer", donor, "--out", out).err())
                .contains("1 problem,", "[VOCABULARY_MISSING]", "has no tokenizer.json");
    }

    @Test
    void theCardNamesTheDonor() throws IOException {
        Files.writeString(model.resolve("README.md"), "---\nlicense: mit\n---\n# Model\n");
        assertThat(CliRun.of("transplant", model, "--tokenizer", donor, "--out", out).status())
                .isZero();
        assertThat(Files.readString(out.resolve("README.md")))
                .startsWith("---\nlicense: mit\n---\n# Model\n\n## Tokenizer\n")
                .contains(
                        "from `donor`,",
                        "2 kept, 1 computed from others (omp, k = 64), 1 without a token.");
    }

    @Test
    void aPlanIsShown() {
        CliRun run =
                CliRun.of(
                        "transplant",
                        model,
                        "--tokenizer",
                        donor,
                        "--out",
                        out,
                        "--dry-run",
                        "--threads",
                        "1");
        assertThat(run.status()).as(run.err()).isZero();
        GoldenFiles.check("transplant/plan", run.transcript(folder));
    }

    @ParameterizedTest
    @CsvSource({"within-donor, donor/out", "donor-itself, donor"})
    void theDonorIsAnInput(String golden, String place) throws IOException {
        checkRejected(golden, donor, folder.resolve(place), List.of("--overwrite"));
    }

    @ParameterizedTest
    @CsvSource({
        "config-truncated, '{\"vocab_size\": 3'",
        "config-malformed, '{\"vocab_size\": oops}'"
    })
    void aConfigurationThatCannotBeEditedIsRejected(String golden, String config)
            throws IOException {
        Files.writeString(model.resolve("config.json"), config);
        checkRejected(golden, donor, out, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "donor-config-truncated, config.json, '{\"vocab_size\": 3'",
        "donor-config-malformed, generation_config.json, '{\"eos_token_id\": oops}'"
    })
    void aConfigurationOfTheDonorThatCannotBeReadIsRejected(
            String golden, String file, String config) throws IOException {
        Files.writeString(donor.resolve(file), config);
        checkRejected(golden, donor, out, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "nothing-shared, foreign, ''",
        "without-tokenizer, donor/model.safetensors, ''",
        "no-donor, gone, ''",
        "not-finite, bad, ''",
        "zeros, zeros, ''",
        "memory, donor, --max-memory 100KB"
    })
    void whatDoesNotFitIsRejectedAndNothingIsWritten(String golden, String from, String more)
            throws IOException {
        List<String> options = more.isEmpty() ? List.of() : List.of(more.split(" "));
        checkRejected(golden, folder.resolve(from), out, options);
    }

    private void checkRejected(String golden, Path tokens, Path target, List<String> options)
            throws IOException {
        SortedMap<String, String> before = FolderState.of(folder);
        List<Object> arguments =
                new ArrayList<>(
                        List.of("transplant", model, "--tokenizer", tokens, "--out", target));
        arguments.addAll(options);

        CliRun run = CliRun.of(arguments.toArray());

        GoldenFiles.check("transplant/" + golden, run.transcript(folder));
        assertThat(run.status()).isEqualTo(ExitStatus.REJECTED.code());
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }
}
