package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

class DistinctFilesTest {

    @TempDir Path folder;
    private Path a = Path.of("");
    private Path b = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        a = new TensorFile().with("x", 1).write(folder.resolve("a.safetensors"));
        b = new TensorFile().with("x", 2).write(folder.resolve("b.safetensors"));
    }

    @Test
    void lineageAndReportAreNotOneFileByAnyName() throws IOException {
        Files.createSymbolicLink(folder.resolve("same"), folder);
        SortedMap<String, String> before = FolderState.of(folder);
        Path lineage = folder.resolve("l.json");
        Path again = folder.resolve("same/l.json");

        for (String command : List.of("merge", "plan")) {
            CliRun run =
                    CliRun.of(
                            command,
                            a,
                            b,
                            "--out",
                            folder.resolve("out"),
                            "--lineage",
                            lineage,
                            "--json-report",
                            again);
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("--lineage and --json-report name the same file");
        }
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void aSavedPlanIsNotOverwrittenByAResultOfItsMerge() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.json"), "{}");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), plan);

        CliRun run = CliRun.of("merge", "--plan", plan, "--lineage", link, "--overwrite");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--plan and --lineage name the same file: " + link);
        assertThat(plan).hasContent("{}");
    }
}
