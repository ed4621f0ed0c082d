package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class InspectCommandTest {

    @TempDir Path folder;

    @Test
    void aModelIsShownToPeopleAndPrograms() throws IOException {
        Path model = folder.resolve("model");
        new TensorFile()
                .with("layer.weight", 1, 2, 3, 4)
                .add("layer.steps", "I64", "[]", new byte[8])
                .add("größe", "F4", "[2,2]", new byte[2])
                .entry("\"__metadata__\":{\"name\":\"test\"}")
                .write(model.resolve("model.safetensors"));
        Files.writeString(model.resolve("config.json"), "{}");

        GoldenFiles.check("inspect", CliRun.of("inspect", model).transcript(folder));
        GoldenFiles.check("inspect-json", CliRun.of("inspect", model, "--json").transcript(folder));
    }

    @Test
    void hostileNamesDoNotReachTheTerminal() throws IOException {
        Path model =
                new TensorFile()
                        .with("red\\u001b[31m\\nnext", 1)
                        .write(folder.resolve("a.safetensors"));

        GoldenFiles.check("inspect-hostile-name", CliRun.of("inspect", model).transcript(folder));
    }

    @Test
    void longNamesAreShortenedInTheTextButNotInJson() throws IOException {
        String name = "first." + "x".repeat(200) + ".last";
        Path model =
                new TensorFile()
                        .with(name, 1)
                        .with("short", 2)
                        .write(folder.resolve("a.safetensors"));

        CliRun text = CliRun.of("inspect", model);

        assertThat(text.out().lines().skip(1)).allMatch(line -> line.length() <= 100);
        assertThat(text.out())
                .containsPattern("\\nfirst[.]x+[.]{3}x+[.]last  ")
                .contains("\n1 long name shortened; --json prints all in full\n");
        assertThat(CliRun.of("inspect", model, "--json").out()).contains(name);
    }

    @Test
    void theAdapterMayBeNamed() throws IOException {
        Path file = new TensorFile().with("x", 1).write(folder.resolve("a file"));

        CliRun run = CliRun.of("inspect", file, "--adapter", "safetensors");
        CliRun unknown = CliRun.of("inspect", file, "--adapter", "safetensor");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith(file + " (safetensors)\n");
        assertThat(unknown.status()).isEqualTo(3);
        assertThat(unknown.err()).contains("[UNKNOWN_ADAPTER]", "'safetensors'");
    }
}
