package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ConvertCommandTest {

    @TempDir Path folder;
    private Path model = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeModel() throws IOException {
        model = folder.resolve("model");
        new TensorFile()
                .with("x.weight", 1, 2)
                .with("x.bias", 3)
                .add("steps", "I64", "[]", new byte[8])
                .entry("\"__metadata__\":{\"format\":\"pt\"}")
                .write(model.resolve("model.safetensors"));
        Files.writeString(model.resolve("config.json"), "{}");
        out = folder.resolve("out.safetensors");
    }

    @Test
    void aDirectoryBecomesAFileOfTheSameBits() throws IOException {
        CliRun run = CliRun.of("convert", model, "--out", out);

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .matches(
                        "\\Q"
                                + out
                                + "\\E: 3 parameters converted\n"
                                + "\\d+\\.\\d s: 20 B read, 20 B written, [0-9.]+ [KMG]?B/s,"
                                + " peak memory [0-9.]+ [MG]B\n");
        assertThat(TensorFile.read(out, "x.weight")).containsExactly(1, 2);
        assertThat(TensorFile.read(out, "x.bias")).containsExactly(3);
        assertThat(CliRun.of("inspect", out).out()).contains("\nformat    pt\n");
    }

    @Test
    void companionsGoAlongToADirectory() {
        Path copy = folder.resolve("copy");

        CliRun run = CliRun.of("convert", model, "--out", copy, "--shard-size", "1MB");

        assertThat(run.err()).isEmpty();
        assertThat(copy)
                .isDirectoryContaining("glob:**/config.json")
                .isDirectoryContaining("glob:**/model.safetensors");
    }

    @Test
    void theDryRunShowsThePlanAndWritesNothing() {
        CliRun run = CliRun.of("convert", model, "--out", out, "--dtype", "bf16", "--dry-run");

        GoldenFiles.check("convert-dry-run", run.transcript(folder));
        assertThat(out).doesNotExist();
    }

    @Test
    void theDryRunIsPrintedAsJson() {
        CliRun run = CliRun.of("convert", model, "--out", out, "--dry-run", "--json");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("{").contains("\"output\"", out.toString());
        assertThat(out).doesNotExist();
    }

    @Test
    void aFileNamedAsPyTorchsExamplesNameItIsWritten() {
        Path file = folder.resolve("checkpoint.pth.tar");

        CliRun run = CliRun.of("convert", model, "--out", file);

        assertThat(run.err()).isEmpty();
        assertThat(CliRun.of("inspect", file).out()).contains("(pytorch)");
    }

    @Test
    void aReportIsWritten() throws IOException {
        Path report = folder.resolve("report.json");

        CliRun run = CliRun.of("convert", model, "--out", out, "--json-report", report);

        assertThat(run.status()).isZero();
        assertThat(Files.readString(report))
                .contains("\"merged\": 0", "\"copied\": 3", "\"warnings\": [ ]");
    }

    @Test
    void anExistingOutputIsOnlyReplacedIfThatIsAllowed() throws IOException {
        new TensorFile().with("old", 1).write(out);

        CliRun refused = CliRun.of("convert", model, "--out", out);
        CliRun allowed = CliRun.of("convert", model, "--out", out, "--overwrite");

        GoldenFiles.check("convert-exists", refused.transcript(folder));
        assertThat(refused.status()).isEqualTo(3);
        assertThat(allowed.status()).isZero();
        assertThat(TensorFile.read(out, "x.bias")).containsExactly(3);
    }

    @Test
    void adaptersMayBeNamed() throws IOException {
        Path file = new TensorFile().with("x", 1).write(folder.resolve("a file"));
        Path other = folder.resolve("another file");

        CliRun run =
                CliRun.of(
                        "convert",
                        file,
                        "--out",
                        other,
                        "--adapter",
                        "safetensors",
                        "--output-adapter",
                        "safetensors");

        assertThat(run.status()).isZero();
        assertThat(TensorFile.read(other, "x")).containsExactly(1);
    }
}
