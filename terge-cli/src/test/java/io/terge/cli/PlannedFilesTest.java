package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergePlan;
import io.terge.api.OutputFiles;
import io.terge.json.PlanJson;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class PlannedFilesTest {

    private static final OutputFiles FILES =
            new OutputFiles(
                    List.of("LICENSE", "tokenizer.json"),
                    List.of("config.json"),
                    new TreeMap<>(
                            Map.of(
                                    ".cache/x",
                                    "a cache",
                                    "optimizer.pt",
                                    "another copy of the weights, or training state")),
                    new TreeMap<>());

    @TempDir private Path folder;
    private Path a = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeModel() throws IOException {
        a = Files.createDirectory(folder.resolve("a"));
        out = folder.resolve("out");
        new TensorFile().with("x", 1, 2).write(a.resolve("model.safetensors"));
        Files.writeString(a.resolve("config.json"), "{\"torch_dtype\": \"float32\"}");
        Files.createDirectory(a.resolve(".cache"));
        for (String name : List.of("LICENSE", "tokenizer.json", "optimizer.pt", ".cache/x")) {
            Files.writeString(a.resolve(name), "{}");
        }
    }

    @Test
    void aPlanShowsTheFilesBesidesTheWeights() {
        CliRun run = CliRun.of("plan", a, a, "--out", out, "--dtype", "bf16");

        assertThat(run.out())
                .contains(
                        "other files: 2 copied (LICENSE, tokenizer.json); 1 written (config.json)"
                                + "; 1 left out, a cache (.cache/x); 1 left out,"
                                + " another copy of the weights, or training state"
                                + " (optimizer.pt)\n");
    }

    @Test
    void theJsonAndASavedPlanHaveThem() throws IOException {
        Path plan = folder.resolve("plan.json");
        CliRun run =
                CliRun.of("plan", a, a, "--out", out, "--dtype", "bf16", "--json", "--save", plan);

        assertThat(files(PlanJson.read(plan))).isEqualTo(FILES);
        assertThat(files(PlanJson.read(Files.writeString(folder.resolve("p.json"), run.out()))))
                .isEqualTo(FILES);
        assertThat(CliRun.of("merge", "--plan", plan).status()).isZero();
        assertThat(out.resolve("LICENSE")).exists();
        assertThat(out.resolve("optimizer.pt")).doesNotExist();
    }

    @Test
    void aPlanThatWasSavedWithoutThemIsRead() throws IOException {
        Path plan = folder.resolve("plan.json");
        CliRun.of("plan", a, a, "--out", folder.resolve("out.safetensors"), "--save", plan);

        assertThat(Files.readString(plan)).doesNotContain("\"companions\"");
        assertThat(files(PlanJson.read(plan))).isEqualTo(OutputFiles.none());
    }

    @Test
    void inPlaceOnlyTheConfigurationAndTheRecipeAreWritten() {
        CliRun run = CliRun.of("plan", a, a, "--in-place", "--dtype", "bf16");

        assertThat(run.out())
                .contains(
                        "other files: 1 written (config.json); 1 not changed,"
                                + " another copy of the weights, or training state"
                                + " (optimizer.pt)\n");
    }

    private static OutputFiles files(MergePlan plan) {
        return plan.output().orElseThrow().files();
    }
}
