package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergePlan;
import io.terge.api.MergeRequest;
import io.terge.engine.Terge;
import io.terge.error.TergeException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Result files that cannot be written, and what they must not cost. */
class LostResultFileTest {

    @TempDir private Path folder;
    private Path a = Path.of("");
    private Path b = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        a = new TensorFile().with("x", 1).write(folder.resolve("a.safetensors"));
        b = new TensorFile().with("x", 2).write(folder.resolve("b.safetensors"));
    }

    @Test
    void aLineageThatFailsDoesNotSuppressTheReport() throws IOException {
        Path out = folder.resolve("out");
        Path report = folder.resolve("report.json");
        // In a directory that the merge makes nothing can be tried before.
        Path lineage = out.resolve("x".repeat(300));

        CliRun run =
                CliRun.of(
                        "merge", a, b, "--out", out, "--lineage", lineage, "--json-report", report);

        assertThat(run.status()).isEqualTo(4);
        assertThat(run.err()).contains("[CANNOT_WRITE] Cannot write the lineage");
        assertThat(report).isNotEmptyFile();
        assertThat(FolderState.of(out)).containsOnlyKeys("", "model.safetensors");
    }

    @Test
    void aFullDiskIsToldOfAsSuchAndAFileOfTheUserStays() throws IOException {
        Path place = folder.resolve("how.json");
        Path own = Files.writeString(folder.resolve(".how.json.partial"), "own");
        MergePlan plan = Terge.create().plan(MergeRequest.builder().model(a).model(b).build());
        ResultFile file = ResultFile.tried(ResultKind.REPORT, Optional.of(place), plan, false);
        Optional<TergeException> failure =
                file.attempt(
                        path -> {
                            Files.writeString(path, "half");
                            throw new IOException("No space left on device");
                        });
        assertThat(failure.orElseThrow()).hasMessageContaining("[DISK_FULL]");
        assertThat(own).hasContent("own");
        assertThat(FolderState.of(folder).keySet()).noneMatch(name -> name.contains(".terge-"));
    }

    @Test
    void aFileOfAModelOfLinksIsNeverReplaced() throws IOException {
        Path vocabulary = Files.writeString(folder.resolve("vocab.json"), "{}");
        Path model = Files.createDirectory(folder.resolve("linked"));
        Files.createSymbolicLink(model.resolve("model.safetensors"), b);
        Files.createSymbolicLink(model.resolve("vocab.json"), vocabulary);
        Path out = folder.resolve("out.safetensors");

        CliRun run =
                CliRun.of("merge", a, model, "--out", out, "--lineage", vocabulary, "--overwrite");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("[OUTPUT_CONTAINS_INPUT]");
        assertThat(vocabulary).hasContent("{}");
    }
}
