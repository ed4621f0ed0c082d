package io.terge.cli;

import io.terge.api.ModelDescription;
import io.terge.cli.args.ReferenceArgument;
import io.terge.cli.json.ModelJson;
import io.terge.cli.text.ModelText;
import io.terge.cli.text.ReportText;
import io.terge.model.ModelReference;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Shows what is in a model. */
@Command(
        name = "inspect",
        sortOptions = false,
        description = {
            "Show what a model contains: names, shapes, types, sizes, ties, metadata.",
            "Also shows details that the format provides. Reads headers only and executes no code"
                    + " in the model."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  terge inspect model.safetensors",
            "  terge inspect model-directory --json",
            "  terge inspect model-directory --adapter huggingface"
        })
final class InspectCommand implements Callable<Integer> {

    @Spec private CommandSpec command = CommandSpec.create();

    @Parameters(
            paramLabel = "MODEL",
            converter = ReferenceArgument.class,
            description =
                    "A file or directory; FILE?NAME=VALUE passes a setting to its adapter, such as"
                            + " model.ckpt?key=ema.")
    private ModelReference model = ModelReference.at(".");

    @Option(
            names = "--adapter",
            paramLabel = "NAME",
            description =
                    "Read the model with this adapter; see 'terge adapters'. Default: the adapter"
                            + " that recognises the model.")
    private Optional<String> adapter = Optional.empty();

    @Mixin private SettingOptions settings = new SettingOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin private PluginOptions plugins = new PluginOptions();

    @Override
    public Integer call() throws IOException {
        return plugins.run(
                merger -> {
                    print(merger.inspect(model, adapter, settings.byName()));
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
        out.flush();
        ReportText.printWarnings(description.warnings(), command.commandLine().getErr());
    }
}
