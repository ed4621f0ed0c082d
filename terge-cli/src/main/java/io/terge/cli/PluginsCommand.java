package io.terge.cli;

import io.terge.api.PluginDescription;
import io.terge.cli.text.PluginText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/** Lists the installed plugins of one kind. */
@Command(
        sortOptions = false,
        description = "List the installed ${COMMAND-NAME} and the jars they come from.",
        footerHeading = "%nExamples:%n",
        footer = {"  terge ${COMMAND-NAME}", "  terge ${COMMAND-NAME} --plugins my-jars"})
final class PluginsCommand implements Callable<Integer> {

    private final PluginDescription.Kind kind;

    @Spec private CommandSpec command = CommandSpec.create();

    @Mixin private PluginOptions plugins = new PluginOptions();

    PluginsCommand(PluginDescription.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Integer call() throws IOException {
        return plugins.run(
                merger -> {
                    List<PluginDescription> installed =
                            merger.plugins().stream()
                                    .filter(plugin -> plugin.kind() == kind)
                                    .toList();
                    PluginText.print(installed, command.commandLine().getOut());
                    return ExitStatus.DONE;
                });
    }
}
