package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

class PlanCommandTest {

    @TempDir Path folder;
    private Path a = Path.of("");
    private Path b = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        a = model("a").with("only.in.a", 1, 2, 3).write(folder.resolve("a.safetensors"));
        b = model("b").write(folder.resolve("b.safetensors"));
    }

    @Test
    void everyDecisionIsShownWithTheTotals() throws IOException {
        SortedMap<String, String> before = FolderState.of(folder);

        CliRun run =
                CliRun.of(
                        "plan",
                        a,
                        b,
                        "--weights",
                        "1,2",
                        "--exclude",
                        "glob:**.bias",
                        "--dtype",
                        "f64",
                        "--out",
                        folder.resolve("out"),
                        "--shard-size",
                        "5GB",
                        "--threads",
                        2);

        GoldenFiles.check("plan", run.transcript(folder));
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void thePlanIsJsonForPrograms() {
        CliRun run =
                CliRun.of(
                        "plan",
                        a,
                        b,
                        "--weights",
                        "1,2",
                        "--exclude",
                        "glob:**.bias",
                        "--include",
                        "glob:none",
                        "--include",
                        "glob:**",
                        "--base",
                        b,
                        "--json",
                        "--lineage",
                        folder.resolve("l.json"),
                        "--progress",
                        "never",
                        "--threads",
                        2);

        GoldenFiles.check("plan-json", run.transcript(folder));
    }

    private static TensorFile model(String name) {
        return new TensorFile()
                .with("layer.weight", 1, 2, 3, 4)
                .with("layer.bias", 1, 2)
                .add("layer.mask", "BOOL", "[2]", new byte[2])
                .entry("\"__metadata__\":{\"name\":\"" + name + "\"}");
    }
}
