package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;

class RejectedRequestTest {

    @TempDir Path folder;

    @BeforeEach
    void writeModels() throws IOException {
        model("a");
        model("b");
        Files.createDirectories(folder.resolve("there"));
        model("there/model");
        Files.writeString(folder.resolve("notes.txt"), "mine");
        Files.createDirectories(folder.resolve("papers"));
        Files.writeString(folder.resolve("papers/thesis.txt"), "mine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    weights-too-few         | 3 | <a> <b> --out <out> --weights 1
                    weights-too-many        | 3 | <a> <b> --out <out> --weights regex:bias=1,2,3
                    weights-nan             | 3 | <a> <b> --out <out> --weights NaN,1
                    weights-infinite        | 3 | <a> <b> --out <out> --weights 1,-inf
                    weights-cancel-out      | 3 | <a> <b> --out <out> --weights 1,-1
                    base-too-large          | 3 | <a> <b> --out <out> --base 2
                    base-negative           | 3 | <a> <b> --out <out> --base -1
                    base-not-there          | 3 | <a> <b> --out <out> --base <gone>
                    regex-malformed         | 3 | <a> <b> --out <out> --include regex:a[b --exclude regex:x(
                    method-unknown          | 3 | <a> <b> --out <out> --method arithmetik
                    scheme-unknown          | 3 | <a> <b> --out <out> --exclude regx:bias$
                    option-unknown          | 3 | <a> <b> --out <out> --option density=0.5
                    no-method               | 3 | <a> <b> --out <out> --method x.weight=arithmetic
                    too-little-memory       | 3 | <a> <b> --out <out> --max-memory 1KB
                    out-is-there            | 3 | <a> <b> --out <there>
                    out-is-not-a-model      | 3 | <a> <b> --out <papers> --overwrite
                    out-is-an-input         | 3 | <a> <b> --out <a>
                    out-like-a-file         | 3 | <a> <b> --out <out>.onnx
                    out-below-a-file        | 4 | <a> <b> --out <notes>/out
                    many-problems           | 3 | <a> <gone> --out <out> --weights 1 --method arithmetik --base 7 --include regex:(
                    """)
    void aBadRequestIsRejectedAndNothingIsWritten(String golden, int status, String words)
            throws IOException {
        SortedMap<String, String> before = FolderState.of(folder);

        CliRun run = CliRun.of(arguments("merge " + words));
        CliRun plan = CliRun.of(arguments("plan " + words));

        GoldenFiles.check("rejected/" + golden, run.transcript(folder));
        assertThat(run.status()).isEqualTo(status);
        assertThat(run.out()).isEmpty();
        assertThat(plan).isEqualTo(run);
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void anOutputThatTheSystemRefusesIsAnIoFailure() throws IOException {
        SortedMap<String, String> before = FolderState.of(folder);

        // A folder in which not even an administrator can make anything.
        CliRun run = CliRun.of(arguments("merge <a> <b> --out /proc/terge"));

        assertThat(run.status()).isEqualTo(4);
        assertThat(run.err()).contains("[CANNOT_WRITE]", "/proc/terge");
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void aMissingOptionDoesNotHideTheNumberOfModels() {
        CliRun run = CliRun.of(arguments("plan <a> <b> <a> --method slerp"));

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        "[MISSING_OPTION] Method 'slerp' needs option 't'",
                        "[WRONG_NUMBER_OF_MODELS] Method 'slerp' requires 2 models");
    }

    @Test
    void theStackTraceIsShownOnlyIfAskedFor() {
        Object[] words = arguments("plan <a> <b> --base 2");

        CliRun plain = CliRun.of(words);
        CliRun verbose = CliRun.of(arguments("plan <a> <b> --base 2 --verbose"));

        assertThat(plain.err()).doesNotContain("    at io.terge");
        assertThat(verbose.err()).startsWith(plain.err().strip()).contains("    at io.terge");
        assertThat(verbose.status()).isEqualTo(3);
    }

    private Object[] arguments(String words) {
        return Arrays.stream(words.split(" ")).map(this::argument).toArray();
    }

    private String argument(String word) {
        return word.replace("<a>", folder.resolve("a.safetensors").toString())
                .replace("<b>", folder.resolve("b.safetensors").toString())
                .replace("<out>", folder.resolve("out").toString())
                .replace("<gone>", folder.resolve("gone.safetensors").toString())
                .replace("<there>", folder.resolve("there").toString())
                .replace("<papers>", folder.resolve("papers").toString())
                .replace("<notes>", folder.resolve("notes.txt").toString());
    }

    private void model(String name) throws IOException {
        new TensorFile()
                .with("x.weight", 1, 2)
                .with("x.bias", 3, 4)
                .write(folder.resolve(name + ".safetensors"));
    }
}
