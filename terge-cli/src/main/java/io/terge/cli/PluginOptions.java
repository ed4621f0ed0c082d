package io.terge.cli;

import io.terge.api.Merger;
import io.terge.engine.Terge;
import io.terge.engine.TergeBuilder;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The options that say which plugins an engine has. */
final class PluginOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Also load the plugins in the jars of this directory.")
    private Optional<Path> plugins = Optional.empty();

    /** What a command does with an engine. */
    interface Task {

        /** Does the work and returns the exit status. */
        ExitStatus run(Merger merger) throws IOException;
    }

    /** Runs a task with an engine of all plugins; the plugins are closed after it. */
    int run(Task task) throws IOException {
        return run(UnaryOperator.identity(), task);
    }

    /** Runs a task with an engine of these settings and all plugins; see {@link #run(Task)}. */
    int run(UnaryOperator<TergeBuilder> settings, Task task) throws IOException {
        try (PluginFolder folder = PluginFolder.open(plugins, command.commandLine())) {
            TergeBuilder builder = Terge.builder().classLoader(folder.classLoader());
            return task.run(settings.apply(builder).build()).code();
        }
    }
}
