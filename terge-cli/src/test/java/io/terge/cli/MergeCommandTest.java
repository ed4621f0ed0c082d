package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class MergeCommandTest {

    @TempDir Path folder;
    private Path a = Path.of("");
    private Path b = Path.of("");
    private Path c = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        a = model("a", 1, 2);
        b = model("b", 3, 6);
        c = model("c", 9, 10);
        out = folder.resolve("out.safetensors");
    }

    @Test
    void mergesWithEqualWeightsAndSaysWhatItTook() throws IOException {
        CliRun run = CliRun.of("merge", a, b, "--out", out);

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(TensorFile.read(out, "x.weight")).containsExactly(2, 4);
        assertThat(TensorFile.read(out, "x.bias")).containsExactly(-2, -4);
        assertThat(run.out())
                .matches(
                        "\\Q"
                                + out
                                + "\\E: 2 parameters merged, 0 copied\n"
                                + "\\d+\\.\\d s: 32 B read, 16 B written, [0-9.]+ [KMG]?B/s,"
                                + " peak memory [0-9.]+ [MG]B\n");
    }

    @Test
    void theFirstWeightsThatMatchWinAndAreRelative() throws IOException {
        CliRun run =
                CliRun.of(
                        "merge",
                        a,
                        b,
                        "--out",
                        out,
                        "--weights",
                        "regex:bias$=0,5",
                        "--weights",
                        "1,3");

        assertThat(run.status()).isZero();
        assertThat(TensorFile.read(out, "x.weight")).containsExactly(2.5f, 5);
        assertThat(TensorFile.read(out, "x.bias")).containsExactly(-3, -6);
    }

    @Test
    void theBaseIsAnIndexOrAPath() throws IOException {
        Path other = model("other", 100, 200);

        assertThat(CliRun.of("merge", a, b, "--out", out, "--base", "1", "--exclude", "x.bias"))
                .returns(0, CliRun::status);
        assertThat(TensorFile.read(out, "x.bias")).containsExactly(-3, -6);

        CliRun run =
                CliRun.of(
                        "merge",
                        a,
                        b,
                        "--out",
                        out,
                        "--base",
                        other,
                        "--include",
                        "x.weight",
                        "--overwrite");
        assertThat(run.status()).isZero();
        assertThat(TensorFile.read(out, "x.weight")).containsExactly(2, 4);
        assertThat(TensorFile.read(out, "x.bias")).containsExactly(-100, -200);
    }

    @Test
    void methodsAreChosenByRules() throws IOException {
        CliRun run =
                CliRun.of(
                        "merge",
                        a,
                        b,
                        c,
                        "--out",
                        out,
                        "--method",
                        "glob:x.*=arithmetic",
                        "--threads",
                        3);

        assertThat(run.status()).isZero();
        assertThat(TensorFile.read(out, "x.weight")[1]).isEqualTo(6);
    }

    @Test
    void theOutputTypeIsChosen() throws IOException {
        CliRun run = CliRun.of("merge", a, b, "--out", out, "--dtype", "bf16");

        assertThat(run.status()).isZero();
        assertThat(Files.readString(out, StandardCharsets.ISO_8859_1))
                .contains("\"BF16\"")
                .doesNotContain("\"F32\"");
    }

    @Test
    void aMergeInPlaceReplacesTheBase() throws IOException {
        CliRun run = CliRun.of("merge", a, b, "--in-place");

        assertThat(run.status()).isZero();
        assertThat(TensorFile.read(a, "x.weight")).containsExactly(2, 4);
        assertThat(names(folder))
                .containsExactly("a.safetensors", "b.safetensors", "c.safetensors");
    }

    @Test
    void aMergeInPlaceTellsWhatItReplacedAndKeepsABackup() throws IOException {
        CliRun run = CliRun.of("merge", a, b, "--in-place", "--backup");

        Path backup = folder.resolve("a.safetensors.backup-1");
        assertThat(run.status()).isZero();
        assertThat(run.out().lines()).contains("  replaced: a.safetensors", "  backup: " + backup);
        assertThat(TensorFile.read(a, "x.weight")).containsExactly(2, 4);
        Path restored = Files.move(backup, folder.resolve("d.safetensors"));
        assertThat(TensorFile.read(restored, "x.weight")).containsExactly(1, 2);
    }

    @Test
    void aBackupNeedsAModelThatIsReplaced() {
        CliRun run = CliRun.of("merge", a, b, "--out", out, "--backup");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .startsWith(
                        "error: --backup keeps a model that is replaced: add --in-place or"
                                + " --overwrite");
    }

    @Test
    void aMergeInPlaceFollowsALinkToAFile() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.safetensors"), a.getFileName());

        CliRun run = CliRun.of("merge", link, b, "--in-place");

        assertThat(run.err()).isEmpty();
        assertThat(link).isSymbolicLink();
        assertThat(a).isRegularFile();
        assertThat(TensorFile.read(a, "x.weight")).containsExactly(2, 4);
    }

    @Test
    void aLinkToAFileOfAnotherExtensionIsNotReplacedInPlace() throws IOException {
        Path blob = Files.move(a, folder.resolve("blob"));
        byte[] before = Files.readAllBytes(blob);
        Path link = Files.createSymbolicLink(folder.resolve("link.safetensors"), blob);

        CliRun run = CliRun.of("merge", link, b, "--in-place");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        "[OUTPUT_NOT_SUPPORTED] '%s' is a link to '%s'".formatted(link, blob),
                        "fix: specify the file itself as the base, or choose an output");
        assertThat(blob).hasBinaryContent(before);
    }

    @Test
    void aDryRunPrintsThePlanAndWritesNothing() {
        for (List<String> format : List.of(List.<String>of(), List.of("--json"))) {
            CliRun plan = run(List.of("plan", a, b, "--out", out), format);
            CliRun run = run(List.of("merge", a, b, "--out", out, "--dry-run"), format);

            assertThat(run).isEqualTo(plan);
            assertThat(run.status()).isZero();
        }
        assertThat(out).doesNotExist();
    }

    @Test
    void jsonIsForDryRunsOnly() {
        CliRun run = CliRun.of("merge", a, b, "--out", out, "--json");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--json requires --dry-run");
    }

    private static CliRun run(List<?> words, List<String> more) {
        return CliRun.of(Stream.concat(words.stream(), more.stream()).toArray());
    }

    @Test
    void aDirectoryIsSplitIntoShards() throws IOException {
        Path directory = folder.resolve("out");
        Path large =
                new TensorFile()
                        .with("x", new float[200_000])
                        .with("y", new float[200_000])
                        .write(folder.resolve("large.safetensors"));
        CliRun run = CliRun.of("merge", large, large, "--out", directory, "--shard-size", "1MB");

        assertThat(run.status()).isZero();
        assertThat(names(directory))
                .containsExactly(
                        "model-00001-of-00002.safetensors",
                        "model-00002-of-00002.safetensors",
                        "model.safetensors.index.json");
    }

    @Test
    void nothingToMergeIsAWarningAndTheBaseComesBack() throws IOException {
        CliRun run = CliRun.of("merge", a, "--out", out);

        assertThat(run.status()).isZero();
        assertThat(run.err()).startsWith("warning: [NO_PARAMETERS_TO_MERGE] ");
        assertThat(run.out()).contains(": 0 parameters merged, 2 copied\n");
        assertThat(TensorFile.read(out, "x.weight")).containsExactly(1, 2);
    }

    @Test
    void aProgressBarIsShownOnATerminalAlwaysOrNever() {
        CliRun piped = CliRun.of("merge", a, b, "--out", out);
        CliRun watched = CliRun.interactive("merge", a, b, "--out", out, "--overwrite");
        CliRun always =
                CliRun.of("merge", a, b, "--out", out, "--overwrite", "--progress", "always");
        CliRun never =
                CliRun.interactive(
                        "merge", a, b, "--out", out, "--overwrite", "--progress", "never");

        assertThat(Stream.of(piped, never)).allMatch(run -> run.err().isEmpty());
        assertThat(Stream.of(watched, always))
                .allMatch(run -> run.err().contains("merging 100% ["))
                .allMatch(run -> run.err().endsWith("\n"));
    }

    private Path model(String name, float first, float second) throws IOException {
        return new TensorFile()
                .with("x.weight", first, second)
                .with("x.bias", -first, -second)
                .write(folder.resolve(name + ".safetensors"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
