/**
 * The {@code terge} command. {@link io.terge.cli.Main} is the process: signals and the exit status;
 * {@code Cli} is the command line without the process, which is what the tests run; every command
 * is a class whose name ends in {@code Command}.
 *
 * <p>A command turns arguments into a request (package {@code args}) or reads a saved plan, calls
 * the engine, and prints the result (packages {@code text} and {@code json}). Results go to the
 * standard output, all else to the standard error; {@code ResultWriter} knows when the former
 * fails. How a failure is shown and what it returns is in {@code ErrorReport} and {@code
 * ExitStatus} alone.
 */
@NullMarked
package io.terge.cli;

import org.jspecify.annotations.NullMarked;
