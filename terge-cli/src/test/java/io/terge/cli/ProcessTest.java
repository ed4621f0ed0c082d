package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.terge.spi.method.MergeMethod;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

class ProcessTest {

    /** Prints that it works, and then waits for ever. */
    private static final String ENDLESS =
            """
            public final class Endless implements io.terge.spi.method.MergeMethod {
                @Override
                public String name() {
                    return "endless";
                }

                @Override
                public io.terge.spi.method.Output merge(
                        io.terge.spi.method.ParameterMerge merge) {
                    return io.terge.spi.method.Output.blocks(block -> {
                        System.out.println("working");
                        try {
                            new java.util.concurrent.CountDownLatch(1).await();
                        } catch (InterruptedException interrupt) {
                            throw new IllegalStateException(interrupt);
                        }
                    });
                }
            }
            """;

    @TempDir Path folder;
    @TempDir Path plugins;
    private Path a = Path.of("");
    private Path b = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        PluginJar.make(plugins.resolve("endless.jar"), MergeMethod.class, "Endless", ENDLESS);
        a = new TensorFile().with("x", 1, 2).write(folder.resolve("a.safetensors"));
        b = new TensorFile().with("x", 3, 4).write(folder.resolve("b.safetensors"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aSignalCancelsTheMergeAndNothingIsWritten(String signal) throws Exception {
        assumeFalse(isIgnored(signal), "Child processes inherit that this signal is ignored");
        SortedMap<String, String> before = FolderState.of(folder);

        try (Child child = endlessMerge("out.safetensors", "--lineage", "lineage.json")) {
            child.awaitLine("working");
            child.signal(signal);

            assertThat(child.status()).isEqualTo(130);
            assertThat(child.rest()).startsWith("cancelled: [CANCELLED] ");
        }
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.safetensors", "out"})
    void aKilledRunLeavesTheOutputAndTheNextRunClearsUp(String out) throws Exception {
        CliRun first = CliRun.of("merge", a, b, "--out", folder.resolve(out));
        assertThat(first.status()).isZero();
        SortedMap<String, String> before = FolderState.of(folder);

        try (Child child = endlessMerge(out, "--overwrite", "--lineage", "lineage.json")) {
            child.awaitLine("working");
            child.signal("KILL");
            assertThat(child.status()).isEqualTo(128 + 9);
        }
        assertThat(FolderState.of(folder)).containsAllEntriesOf(before);

        try (Child child =
                Child.start(
                        folder,
                        "merge",
                        a,
                        b,
                        "--out",
                        out,
                        "--overwrite",
                        "--lineage",
                        "lineage.json")) {
            assertThat(child.rest()).contains("1 parameter merged");
            assertThat(child.status()).isZero();
        }
        SortedMap<String, String> after = FolderState.of(folder);
        assertThat(after.remove("lineage.json")).isNotNull();
        assertThat(after).isEqualTo(before);
    }

    @Test
    void aDiskThatTakesNoMoreIsAnIoFailureAndNothingIsWritten() throws Exception {
        Path large =
                new TensorFile()
                        .with("x", new float[100_000])
                        .write(folder.resolve("c.safetensors"));
        SortedMap<String, String> before = FolderState.of(folder);
        // In units of 1 KiB, or of 512 bytes: no file beyond 100 KiB.
        List<String> limited = List.of("bash", "-c", "ulimit -f 100; exec \"$@\"", "bash");

        try (Child child =
                Child.start(folder, limited, "merge", large, large, "--out", "out.safetensors")) {
            assertThat(child.rest()).contains("[CANNOT_WRITE]", "out.safetensors");
            assertThat(child.status()).isEqualTo(4);
        }
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    private Child endlessMerge(String out, Object... more) throws IOException {
        Object[] words = {"merge", a, b, "--out", out, "--method", "endless", "--plugins", plugins};
        Object[] all = new Object[words.length + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Child.start(folder, all);
    }

    /** A shell starts background jobs with Ctrl-C ignored; no child can undo that. */
    private static boolean isIgnored(String signal) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!signal.equals("INT") || !Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
                .anyMatch(mask -> (mask & 0b10) != 0);
    }
}
