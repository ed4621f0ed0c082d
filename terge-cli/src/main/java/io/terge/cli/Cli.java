package io.terge.cli;

import io.terge.api.PluginDescription.Kind;
import io.terge.cli.args.HomePath;

import picocli.CommandLine;
import picocli.CommandLine.Help;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The command line without the process: may be run many times in one JVM. */
final class Cli {

    private static final int HELP_WIDTH = 100;
    private static final String HELP = "help";
    private static final String MERGE = "merge";
    private static final String RUN = "run";
    private static final Set<String> VERSION = Set.of("-V", "--version");

    private final Terminal terminal;

    Cli(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs one command and returns the exit status. */
    int run(String... arguments) {
        TergeCommand root = new TergeCommand();
        CommandLine line = new CommandLine(root);
        needed(arguments).forEach((name, command) -> line.addSubcommand(name, command.get()));
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

    // Reading what a command and its options are takes milliseconds: only the one that is run is
    // read, if that is clear.
    private Map<String, Supplier<CommandLine>> needed(String... arguments) {
        SequencedMap<String, Supplier<CommandLine>> all = commands();
        if (arguments.length == 1 && VERSION.contains(arguments[0])) {
            return Map.of();
        }
        String asked =
                Stream.of(arguments).filter(word -> !word.startsWith("-")).findFirst().orElse(HELP);
        String name = asked.equals(RUN) ? MERGE : asked;
        Supplier<CommandLine> only = all.get(name);
        return only == null || name.equals(HELP) ? all : Map.of(name, only);
    }

    private SequencedMap<String, Supplier<CommandLine>> commands() {
        SequencedMap<String, Supplier<CommandLine>> all = new LinkedHashMap<>();
        all.put(MERGE, () -> new CommandLine(new MergeCommand(terminal)));
        all.put("plan", () -> new CommandLine(new PlanCommand(terminal)));
        all.put("convert", () -> new CommandLine(new ConvertCommand(terminal)));
        all.put("extract", () -> new CommandLine(new ExtractCommand(terminal)));
        all.put("moe", () -> new CommandLine(new MoeCommand(terminal)));
        all.put("transplant", () -> new CommandLine(new TransplantCommand(terminal)));
        all.put("inspect", () -> new CommandLine(new InspectCommand()));
        for (Kind kind : Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT) + "s";
            all.put(name, () -> new CommandLine(new PluginsCommand(kind)));
        }
        all.put(
                "recipe",
                () ->
                        new CommandLine(new RecipeCommand())
                                .addSubcommand(new RecipeSchemaCommand())
                                .addSubcommand(new RecipeConvertCommand()));
        all.put("demo", () -> new CommandLine(new DemoCommand(this)));
        all.put(HELP, () -> new CommandLine(new HelpCommand()));
        return all;
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
