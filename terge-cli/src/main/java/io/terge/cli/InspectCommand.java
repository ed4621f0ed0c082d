package io.terge.cli;

import io.terge.api.ModelDescription;
import io.terge.cli.args.ReferenceArgument;
import io.terge.cli.json.ModelJson;
import io.terge.cli.text.ModelText;
import io.terge.model.ModelReference;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Shows what is in a model. */
@Command(
        name = "inspect",
        sortOptions = false,
        description = "Show what is in a model: names, shapes, types, sizes, metadata.",
        footerHeading = "%nExamples:%n",
        footer = {"  terge inspect model.safetensors", "  terge inspect model-directory --json"})
final class InspectCommand implements Callable<Integer> {

    @Spec private CommandSpec command = CommandSpec.create();

    @Parameters(
            paramLabel = "MODEL",
            converter = ReferenceArgument.class,
            description = "A file or directory.")
    private ModelReference model = ModelReference.at(".");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin private PluginOptions plugins = new PluginOptions();

    @Override
    public Integer call() throws IOException {
        return plugins.run(
                merger -> {
                    print(merger.inspect(model));
                    return ExitStatus.DONE;
                });
    }

    private void print(ModelDescription description) {
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            ModelJson.print(description, out);
        } else {
            ModelText.print(description, out);
        }
    }
}
