package io.terge.cli;

import io.terge.cli.logging.LogConfiguration;

import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs the last command of the line, with logging in detail if that is asked for. */
final class LoggingStrategy implements IExecutionStrategy {

    private final TergeCommand options;

    LoggingStrategy(TergeCommand options) {
        this.options = options;
    }

    @Override
    public int execute(ParseResult arguments) {
        if (options.verbose()) {
            // Read when the first logger is made, which is in the engine: later.
            System.getProperties().putIfAbsent(LogConfiguration.LEVEL, "DEBUG");
        }
        return new RunLast().execute(arguments);
    }
}
