package io.terge.cli;

import io.terge.api.PluginDescription.Kind;
import io.terge.cli.args.HomePath;

import picocli.CommandLine;
import picocli.CommandLine.Help;

import java.nio.file.Path;
import java.util.stream.Stream;

/** The command line without the process: may be run many times in one JVM. */
final class Cli {

    private static final int HELP_WIDTH = 100;

    private final Terminal terminal;

    Cli(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs one command and returns the exit status. */
    int run(String... arguments) {
        TergeCommand root = new TergeCommand();
        CommandLine line = new CommandLine(root);
        line.addSubcommand(new MergeCommand(terminal));
        line.addSubcommand(new PlanCommand(terminal));
        line.addSubcommand(new ConvertCommand(terminal));
        line.addSubcommand(new ExtractCommand(terminal));
        line.addSubcommand(new MoeCommand(terminal));
        line.addSubcommand(new TransplantCommand(terminal));
        line.addSubcommand(new InspectCommand());
        line.addSubcommand("methods", new PluginsCommand(Kind.METHOD));
        line.addSubcommand("adapters", new PluginsCommand(Kind.ADAPTER));
        line.addSubcommand("selectors", new PluginsCommand(Kind.SELECTOR));
        line.addSubcommand(
                new CommandLine(new RecipeCommand())
                        .addSubcommand(new RecipeSchemaCommand())
                        .addSubcommand(new RecipeConvertCommand()));
        line.addSubcommand(new DemoCommand(this));
        line.addSubcommand(new HelpCommand());
        ErrorReport errors = new ErrorReport(root);
        setUp(line, root, errors);
        try {
            return afterResults(line.execute(arguments), errors);
        } catch (OutOfMemoryError full) {
            return errors.report(HeapFull.problem(full), terminal.err());
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    /** A command whose results could not be printed has failed. */
    private int afterResults(int status, ErrorReport errors) {
        terminal.out().flush();
        if (status != ExitStatus.DONE.code()) {
            return status;
        }
        return terminal.out()
                .failure()
                .map(failure -> errors.report(failure, terminal.err()))
                .orElse(status);
    }

    private void setUp(CommandLine line, TergeCommand root, ErrorReport errors) {
        line.setParameterExceptionHandler(errors);
        line.setExecutionExceptionHandler(errors);
        line.setExecutionStrategy(new LoggingStrategy(root));
        line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        line.registerConverter(Path.class, new HomePath());
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setUsageHelpWidth(HELP_WIDTH);
        commands(line)
                .map(command -> command.getCommandSpec().usageMessage())
                .forEach(
                        usage ->
                                usage.descriptionHeading("%n")
                                        .parameterListHeading("%n")
                                        .optionListHeading("%n"));
    }

    private static Stream<CommandLine> commands(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(Cli::commands));
    }
}
