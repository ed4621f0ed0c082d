package io.terge.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Where a command prints.
 *
 * @param out for results
 * @param err for everything else
 * @param interactive whether a person watches {@code err}; asked only when it matters
 */
record Terminal(ResultWriter out, PrintWriter err, BooleanSupplier interactive) {

    private static final int USUAL_COLUMNS = 80;

    /** Results go to any writer. */
    Terminal(Writer out, PrintWriter err, BooleanSupplier interactive) {
        this(ResultWriter.to(out), err, interactive);
    }

    /** The process's own streams. */
    static Terminal ofProcess() {
        return new Terminal(
                standardOutput(),
                new PrintWriter(System.err, true, System.err.charset()),
                Terminal::standardErrorIsTerminal);
    }

    /** The columns of a line, as the launcher or the shell tell; 80 where neither does. */
    int columns() {
        String told =
                Optional.ofNullable(System.getProperty("terge.columns"))
                        .or(() -> Optional.ofNullable(System.getenv("COLUMNS")))
                        .orElse("");
        return columns(told);
    }

    /** The columns that a text states; terminals whose size is not known state 0. */
    static int columns(String told) {
        return told.matches("[1-9]\\d{0,4}") ? Integer.parseInt(told) : USUAL_COLUMNS;
    }

    // Not System.out: a PrintStream does not tell why a write failed.
    private static Writer standardOutput() {
        return new BufferedWriter(
                new OutputStreamWriter(
                        new FileOutputStream(FileDescriptor.out), System.out.charset()));
    }

    /** The launcher knows; without it, what the JVM thinks of its input and output has to do. */
    private static boolean standardErrorIsTerminal() {
        String told = System.getProperty("terge.terminal");
        if (told != null) {
            return Boolean.parseBoolean(told);
        }
        return System.console() != null && System.console().isTerminal();
    }
}
