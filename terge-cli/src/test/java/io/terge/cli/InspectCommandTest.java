package io.terge.cli;

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
}
