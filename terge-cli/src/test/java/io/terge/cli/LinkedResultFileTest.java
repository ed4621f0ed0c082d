package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/** Files about a merge whose place is a symbolic link. */
class LinkedResultFileTest {

    @TempDir Path folder;
    private Path a = Path.of("");
    private Path b = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        a = new TensorFile().with("x", 1).write(folder.resolve("a.safetensors"));
        b = new TensorFile().with("x", 2).write(folder.resolve("b.safetensors"));
        out = new TensorFile().with("x", 3).write(folder.resolve("out.safetensors"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lineage", "--json-report"})
    void aModelBehindALinkIsNeverReplaced(String option) throws IOException {
        checkRejected(3, "OUTPUT_CONTAINS_INPUT", option, link("link.json", b));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lineage", "--json-report"})
    void theOutputBehindALinkIsNotReplaced(String option) throws IOException {
        checkRejected(4, "the merged model is written there", option, link("link.json", out));
    }

    @Test
    void aModelThatIsGivenAsALinkIsNotReplaced() throws IOException {
        Path model = b;
        b = link("linked.safetensors", model);
        checkRejected(3, "OUTPUT_CONTAINS_INPUT", "--lineage", model);
    }

    @Test
    void aLinkToNothingIsLeftAsItIs() throws IOException {
        Path nothing = link("link.json", folder.resolve("nothing"));
        checkRejected(4, "a symbolic link whose target is missing", "--json-report", nothing);
    }

    @Test
    void aFileBehindALinkIsReplacedAndTheLinkStays() throws IOException {
        Path old = Files.writeString(folder.resolve("old.json"), "old");
        Path link = link("link.json", old);

        CliRun run = CliRun.of("merge", a, b, "--out", out, "--lineage", link, "--overwrite");

        assertThat(run.status()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(old)).startsWith("{");
    }

    private Path link(String name, Path target) throws IOException {
        return Files.createSymbolicLink(folder.resolve(name), target);
    }

    private void checkRejected(int status, String text, String option, Path file)
            throws IOException {
        SortedMap<String, String> before = FolderState.of(folder);

        CliRun run = CliRun.of("merge", a, b, "--out", out, "--overwrite", option, file);

        assertThat(run.err()).contains(text);
        assertThat(run.status()).isEqualTo(status);
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }
}
