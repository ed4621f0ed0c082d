package io.terge.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The files that the options of a command name: each a file of its own. */
final class DistinctFiles {

    private final CommandLine command;
    private final Map<Path, String> options = new HashMap<>();

    DistinctFiles(CommandLine command) {
        this.command = command;
    }

    /**
     * Adds a file.
     *
     * @throws ParameterException if another option names the same, whatever links lead to it
     */
    void add(String option, Path file) {
        String other = options.putIfAbsent(RealPath.of(file), option);
        if (other != null) {
            throw new ParameterException(
                    command, "%s and %s name the same file: %s".formatted(other, option, file));
        }
    }
}
