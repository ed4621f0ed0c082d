package io.terge.cli;

import io.terge.cli.text.Printable;
import io.terge.cli.text.StackTraceText;
import io.terge.error.FailureReason;
import io.terge.error.Suggestions;
import io.terge.error.TergeException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Prints a failure on the standard error, and maps it to the exit status. */
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final String NO_COMMAND = "Missing required subcommand";

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
            List<String> suggestions = near(unmatched);
            if (!suggestions.isEmpty()) {
                err.println("did you mean " + String.join(" or ", suggestions) + "?");
            } else if (mayBeOfMethod(unmatched)) {
                err.println("options of methods are set with --option NAME=VALUE");
            }
        }
        err.println(
                "run '%s --help' for usage".formatted(command.getCommandSpec().qualifiedName()));
        printTrace(failure, err);
        return ExitStatus.USAGE.code();
    }

    /** Picocli suggests something for every argument, however different. */
    private static List<String> near(UnmatchedArgumentException failure) {
        String written = failure.getUnmatched().getFirst().replaceFirst("(?s)=.*", "");
        if (!failure.isUnknownOption()) {
            return Suggestions.near(written, failure.getSuggestions());
        }
        List<String> options =
                failure.getCommandLine().getCommandSpec().options().stream()
                        .map(OptionSpec::longestName)
                        .toList();
        List<String> begun =
                options.stream()
                        .filter(name -> begins(written, name))
                        .sorted(
                                Comparator.comparingInt(
                                        name -> Math.abs(name.length() - written.length())))
                        .limit(2)
                        .toList();
        return begun.isEmpty() ? Suggestions.near(written, options) : begun;
    }

    private static boolean mayBeOfMethod(UnmatchedArgumentException failure) {
        CommandSpec spec = failure.getCommandLine().getCommandSpec();
        return failure.isUnknownOption() && spec.findOption("--option") != null;
    }

    /** Whether one is the start of the other: {@code --output} and {@code -o} of {@code --out}. */
    private static boolean begins(String written, String option) {
        String dashed = written.startsWith("--") ? written : "-" + written;
        return dashed.length() > 2 && (option.startsWith(dashed) || dashed.startsWith(option));
    }

    /** Rewords the messages of picocli that use terms of its own. */
    private static String message(ParameterException failure) {
        Set<String> commands = failure.getCommandLine().getSubcommands().keySet();
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()) {
            return (commands.isEmpty() ? "Unexpected argument: '" : "Unknown command: '")
                    + unmatched.getUnmatched().getFirst()
                    + "'";
        }
        if (!commands.isEmpty() && NO_COMMAND.equals(failure.getMessage())) {
            return "No command is given; available: " + String.join(", ", commands);
        }
        return String.valueOf(failure.getMessage());
    }

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult arguments) {
        return report(failure, command.getErr());
    }

    /** Shows a failure and returns its status. */
    int report(Exception failure, PrintWriter err) {
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
                err.println("error: " + Printable.lines(FailureReason.withFile(io)));
                return ExitStatus.IO;
            }
            default -> {
                err.println(
                        "error: this is a bug in terge or in a plugin. Please report it with the"
                                + " command line and the stack trace below.");
                if (!options.verbose()) {
                    err.print(StackTraceText.of(failure));
                }
                return ExitStatus.FAULT;
            }
        }
    }

    private void printTrace(Exception failure, PrintWriter err) {
        if (options.verbose()) {
            err.print(StackTraceText.of(failure));
        }
    }
}
