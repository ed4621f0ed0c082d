package io.terge.cli;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;

/**
 * Where a command prints.
 *
 * @param out for results
 * @param err for everything else
 * @param interactive whether a person watches {@code err}; asked only when it matters
 */
record Terminal(PrintWriter out, PrintWriter err, BooleanSupplier interactive) {

    /** The process's own streams. */
    static Terminal ofProcess() {
        return new Terminal(
                new PrintWriter(System.out, false, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()),
                Terminal::standardErrorIsTerminal);
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
