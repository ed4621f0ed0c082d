package io.terge.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that show what a command would do instead of doing it. */
final class DryRunOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--dry-run",
            description = "Show what would be done to every parameter, and write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "With --dry-run: print JSON.")
    private boolean json;

    /**
     * Whether nothing is to be done.
     *
     * @throws ParameterException if the options contradict each other
     */
    boolean isDryRun() {
        if (json && !dryRun) {
            throw new ParameterException(
                    command.commandLine(),
                    "--json requires --dry-run; to report a merge as JSON, use --json-report FILE");
        }
        return dryRun;
    }

    /** Whether JSON is printed. */
    boolean json() {
        return json;
    }
}
