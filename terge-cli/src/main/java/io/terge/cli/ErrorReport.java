package io.terge.cli;

import io.terge.cli.text.Printable;
import io.terge.error.TergeException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Shows what failed on the standard error, and says what the process returns. */
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final TergeCommand options;

    ErrorReport(TergeCommand options) {
        this.options = options;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("error: " + Printable.lines(message(failure)));
        if (failure instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                err.println("did you mean " + String.join(" or ", suggestions) + "?");
            }
        }
        err.println(
                "'%s --help' shows how it is used"
                        .formatted(command.getCommandSpec().qualifiedName()));
        printTrace(failure, err);
        return ExitStatus.USAGE.code();
    }

    private static String message(ParameterException failure) {
        boolean command = !failure.getCommandLine().getSubcommands().isEmpty();
        if (command
                && failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()) {
            return "Unknown command: '" + unmatched.getUnmatched().getFirst() + "'";
        }
        return String.valueOf(failure.getMessage());
    }

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        ExitStatus status = show(failure, err);
        printTrace(failure, err);
        return status.code();
    }

    private ExitStatus show(Exception failure, PrintWriter err) {
        switch (failure) {
            case TergeException rejection -> {
                ExitStatus status = ExitStatus.of(rejection);
                String word = status == ExitStatus.CANCELLED ? "cancelled: " : "error: ";
                err.println(word + Printable.lines(String.valueOf(rejection.getMessage())));
                return status;
            }
            case IOException io -> {
                err.println("error: " + Printable.lines(io.toString()));
                return ExitStatus.IO;
            }
            default -> {
                err.println(
                        "error: this is a fault in terge, or in a plugin. Please report it with"
                                + " the command and the lines below.");
                if (!options.verbose()) {
                    failure.printStackTrace(err);
                }
                return ExitStatus.FAULT;
            }
        }
    }

    private void printTrace(Exception failure, PrintWriter err) {
        if (options.verbose()) {
            failure.printStackTrace(err);
        }
    }
}
