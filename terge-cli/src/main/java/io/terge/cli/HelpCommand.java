package io.terge.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Shows the help of a command: {@code help merge} is {@code merge --help}. */
@Command(
        name = "help",
        description = "Show the help of a command.",
        footerHeading = "%nExamples:%n",
        footer = {"  terge help", "  terge help merge"})
final class HelpCommand implements Callable<Integer> {

    @Spec private CommandSpec command = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "COMMAND",
            description = "The command. Default: terge as a whole.")
    private Optional<String> name = Optional.empty();

    @Override
    public Integer call() {
        CommandLine terge = command.parent().commandLine();
        CommandLine shown = name.map(asked -> find(terge, asked)).orElse(terge);
        shown.usage(command.commandLine().getOut());
        return ExitStatus.DONE.code();
    }

    private static CommandLine find(CommandLine terge, String asked) {
        CommandLine found = terge.getSubcommands().get(asked);
        if (found == null) {
            throw new UnmatchedArgumentException(terge, List.of(asked));
        }
        return found;
    }
}
