package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;

class ResultWriterTest {

    private static final String FULL = "No space left on device";
    private static final String CLOSED = "Broken pipe";

    @TempDir Path folder;
    private Path model = Path.of("");

    @BeforeEach
    void writeModel() throws IOException {
        model = new TensorFile().with("x", 1, 2).write(folder.resolve("a.safetensors"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect MODEL", "inspect MODEL --json", "methods", "--help", "-V"})
    void aFullDiskIsAnIoFailure(String command) {
        Outcome outcome = run(new Failing(FULL), command);

        assertThat(outcome)
                .isEqualTo(
                        new Outcome(
                                4,
                                "error: [DISK_FULL] Cannot write to the standard output: "
                                        + FULL
                                        + System.lineSeparator()));
    }

    @Test
    void anyOtherFailureIsToldWithItsReason() {
        assertThat(run(new Failing("Input/output error"), "inspect MODEL"))
                .isEqualTo(
                        new Outcome(
                                4,
                                "error: [CANNOT_WRITE] Cannot write to the standard output:"
                                        + " Input/output error"
                                        + System.lineSeparator()));
    }

    @Test
    void aFailureOfTheLastFlushIsSeen() {
        assertThat(run(new BufferedWriter(new Failing(FULL)), "inspect MODEL").status())
                .isEqualTo(4);
    }

    @Test
    void theFirstFailureIsTold() {
        assertThat(run(new Failing(FULL, CLOSED), "inspect MODEL").err()).contains(FULL);
        assertThat(run(new Failing(CLOSED, FULL), "inspect MODEL")).isEqualTo(new Outcome(0, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect MODEL", "inspect MODEL --json", "methods", "--help", "-V"})
    void aReaderThatHadEnoughIsNoFailure(String command) {
        assertThat(run(new Failing(CLOSED), command)).isEqualTo(new Outcome(0, ""));
    }

    @Test
    void aCommandThatFailedKeepsItsStatus() {
        // Fails for want of room first, and then with a fault.
        Writer broken =
                new Failing(FULL) {
                    private boolean written;

                    @Override
                    public void write(char[] characters, int offset, int length)
                            throws IOException {
                        if (written) {
                            throw new IllegalStateException("a fault");
                        }
                        written = true;
                        super.write(characters, offset, length);
                    }
                };

        Outcome outcome = run(broken, "inspect MODEL");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("a fault").doesNotContain(FULL);
    }

    @Test
    void aMergeWhoseSummaryIsLostStands() {
        Outcome outcome = run(new Failing(FULL), "merge MODEL MODEL --out OUT");

        assertThat(outcome.status()).isEqualTo(4);
        assertThat(outcome.err()).contains("[DISK_FULL]", "standard output");
        assertThat(folder.resolve("out.safetensors")).isNotEmptyFile();
    }

    private Outcome run(Writer out, String command) {
        StringWriter err = new StringWriter();
        String[] words =
                Arrays.stream(command.split(" "))
                        .map(word -> word.replace("MODEL", model.toString()))
                        .map(word -> word.replace("OUT", folder + "/out.safetensors"))
                        .toArray(String[]::new);
        int status = new Cli(new Terminal(out, new PrintWriter(err), () -> false)).run(words);
        return new Outcome(status, err.toString());
    }

    private record Outcome(int status, String err) {}

    /** Fails at every write, for the reasons in turn; the last one stays. */
    private static class Failing extends Writer {

        private final String[] reasons;
        private int writes;

        Failing(String... reasons) {
            this.reasons = reasons;
        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            String reason = reasons[Math.min(writes, reasons.length - 1)];
            writes++;
            throw new IOException(reason);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
