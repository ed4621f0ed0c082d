package io.terge.cli;

import io.terge.error.FailureReason;
import io.terge.error.Problem;
import io.terge.error.TergeException;

import org.jspecify.annotations.Nullable;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;

/** Where results are printed. Remembers what a {@link PrintWriter} hides: why a write failed. */
final class ResultWriter extends PrintWriter {

    private final Watched target;

    /**
     * Prints to a writer.
     *
     * @param target where to; another {@link PrintWriter} would hide its failures
     */
    static ResultWriter to(Writer target) {
        return new ResultWriter(new Watched(target));
    }

    private ResultWriter(Watched target) {
        super(target);
        this.target = target;
    }

    /** Why printing failed, if it did. A reader that closed the pipe is no failure. */
    Optional<TergeException> failure() {
        return Optional.ofNullable(target.first)
                .filter(failure -> !says(failure, "broken pipe"))
                .map(ResultWriter::cannotWrite);
    }

    private static TergeException cannotWrite(IOException failure) {
        return new TergeException(
                Problem.of(
                        FailureReason.codeOfWriting(failure),
                        "Cannot write to the standard output: " + FailureReason.of(failure)),
                failure);
    }

    // The JDK has no types for these, only the message of the operating system.
    private static boolean says(IOException failure, String words) {
        return FailureReason.of(failure).toLowerCase(Locale.ROOT).contains(words);
    }

    /** Keeps the first failure, and rethrows every one. */
    private static final class Watched extends FilterWriter {

        private @Nullable IOException first;

        Watched(Writer target) {
            super(target);
        }

        @Override
        public void write(int character) throws IOException {
            watch(() -> out.write(character));
        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            watch(() -> out.write(characters, offset, length));
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            watch(() -> out.write(text, offset, length));
        }

        @Override
        public void flush() throws IOException {
            watch(out::flush);
        }

        private void watch(Step step) throws IOException {
            try {
                step.run();
            } catch (IOException failure) {
                first = first == null ? failure : first;
                throw failure;
            }
        }
    }

    /** One call of a writer. */
    private interface Step {

        void run() throws IOException;
    }
}
