package io.terge.cli;

import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs the last command of the line, with logging in detail if that is asked for. */
final class LoggingStrategy implements IExecutionStrategy {

    private static final String LEVEL = "terge.log.level";

    private final TergeCommand options;

    LoggingStrategy(TergeCommand options) {
        this.options = options;
    }

    @Override
    public int execute(ParseResult arguments) {
        if (options.verbose()) {
            // Read by logback.xml when the first logger is made, which is in the engine: later.
            System.getProperties().putIfAbsent(LEVEL, "DEBUG");
        }
        return new RunLast().execute(arguments);
    }
}
