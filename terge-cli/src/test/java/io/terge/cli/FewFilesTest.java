package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** Limits of the system, met by a process of its own. */
class FewFilesTest {

    @TempDir private Path folder;

    @Test
    void tooFewFilesAreToldOfWithACode() throws Exception {
        Path model = new TensorFile().with("x", 1).write(folder.resolve("a.safetensors"));
        for (int limit : List.of(16, 20, 25)) {
            try (Child merge =
                    Child.start(
                            folder,
                            List.of("bash", "-c", "ulimit -n " + limit + "; exec \"$@\"", "bash"),
                            "merge",
                            model,
                            model,
                            "--out",
                            "out.safetensors")) {
                String said = merge.rest();
                assertThat(said)
                        .as("with %d files", limit)
                        .contains("[TOO_MANY_FILES]")
                        .doesNotContain("\tat ");
                assertThat(merge.status()).isEqualTo(3);
            }
        }
    }

    @Test
    void aTemporaryFolderThatCannotBeWrittenIsToldOfByTheDemo() throws Exception {
        try (Child demo =
                Child.startWith(
                        folder, List.of("-Djava.io.tmpdir=" + folder.resolve("none")), "demo")) {
            assertThat(demo.rest())
                    .contains("error: [CANNOT_WRITE] Cannot write the demo models")
                    .contains("TMPDIR")
                    .doesNotContain("\tat ");
            assertThat(demo.status()).isEqualTo(4);
        }
    }
}
