package io.terge.benchmarks;

import io.terge.benchmarks.check.WrongOutputException;
import io.terge.error.TergeException;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

import java.io.IOException;
import java.util.concurrent.Callable;

/** How all programs are run: what fails because of their surroundings is told in one line. */
final class Programs {

    private Programs() {}

    /** The command line of a program; it returns 0 if all went well. */
    static CommandLine commandLine(Callable<Integer> program) {
        return new CommandLine(program)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Programs::tell);
    }

    private static int tell(Exception failure, CommandLine program, ParseResult arguments)
            throws Exception {
        switch (failure) {
            case IOException _, TergeException _, WrongOutputException _ ->
                    program.getErr().println("error: " + words(failure));
            default -> throw failure;
        }
        return program.getCommandSpec().exitCodeOnExecutionException();
    }

    /** The messages of the subtypes are often a bare path. */
    private static String words(Exception failure) {
        boolean isClear =
                !(failure instanceof IOException) || failure.getClass() == IOException.class;
        return isClear
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
