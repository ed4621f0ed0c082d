package io.terge.cli;

import io.terge.api.Merger;
import io.terge.cli.args.ByteSize;
import io.terge.cli.args.ThreadCount;
import io.terge.engine.Terge;
import io.terge.engine.TergeBuilder;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The options that say what the engine is made of. */
final class EngineOptions {

    /** The launcher gives the JVM's heap this size, too. */
    private static final String DEFAULT_MEMORY = "512MB";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Add the plugins in every jar of this folder.")
    private Optional<Path> plugins = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = ThreadCount.class,
            description =
                    "How many threads work. The result is the same for any number. Default: one for"
                            + " each processor.")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--max-memory",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            defaultValue = DEFAULT_MEMORY,
            description =
                    "How much memory the numbers of a merge may take, such as 2GB or 64MiB; one"
                            + " that needs more is rejected. Default: "
                            + DEFAULT_MEMORY
                            + ".")
    private ByteSize maxMemory = new ByteSize(1);

    /** What a command does with an engine. */
    interface Task {

        /** Does the work and returns the exit status. */
        ExitStatus run(Merger merger) throws IOException;
    }

    /** Makes an engine, runs the task, and frees what was opened. */
    int run(Task task) throws IOException {
        try (PluginFolder folder = PluginFolder.open(plugins, command.commandLine())) {
            TergeBuilder builder =
                    Terge.builder()
                            .classLoader(folder.classLoader())
                            .threads(threads())
                            .maxMemory(maxMemory());
            return task.run(builder.build()).code();
        }
    }

    /** How many threads may work. */
    int threads() {
        return threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    }

    /** How many bytes of memory the numbers of a merge may take. */
    long maxMemory() {
        return maxMemory.bytes();
    }
}
