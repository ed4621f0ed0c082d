package io.terge.cli;

import io.terge.api.Merger;
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

    /** What a command does with an engine. */
    interface Task {

        /** Does the work and returns the exit status. */
        ExitStatus run(Merger merger) throws IOException;
    }

    /** Makes an engine, runs the task, and frees what was opened. */
    int run(Task task) throws IOException {
        try (PluginFolder folder = PluginFolder.open(plugins, command.commandLine())) {
            TergeBuilder builder = Terge.builder().classLoader(folder.classLoader());
            threads.ifPresent(builder::threads);
            return task.run(builder.build()).code();
        }
    }
}
