package io.terge.cli;

import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.ModelScope;
import io.terge.cli.args.ReferenceArgument;
import io.terge.cli.text.ReportText;
import io.terge.model.ModelReference;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Copies a model into another format, type or place. */
@Command(
        name = "convert",
        sortOptions = false,
        customSynopsis = "terge convert MODEL --out OUT [OPTIONS]",
        description = {
            "Copy a model to another format, type or location.",
            "Parameters are copied bit for bit, or rounded once to another type."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  terge convert model-directory --out model.safetensors",
            "  terge convert model.safetensors --out model-directory --dtype bf16 --shard-size 5GB"
        })
final class ConvertCommand implements Callable<Integer> {

    private final Terminal terminal;

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

    @Mixin private OutputOptions output = new OutputOptions();

    @Mixin private DryRunOptions dryRun = new DryRunOptions();

    @Mixin private RunOptions options = new RunOptions();

    @Mixin private PluginOptions plugins = new PluginOptions();

    @Mixin private EngineOptions engine = new EngineOptions();

    ConvertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!output.isGiven()) {
            throw new ParameterException(
                    command.commandLine(), "No output is given: add --out OUT or --in-place");
        }
        MergeRequest request = request();
        DistinctFiles files = new DistinctFiles(command.commandLine());
        options.files().forEach((kind, file) -> files.add(kind.option(), file));
        PlanArguments.Planner planner = (merger, listener) -> merger.plan(request, listener);
        if (dryRun.isDryRun()) {
            PlanDisplay display =
                    new PlanDisplay(terminal, options, dryRun.json(), output.overwrite());
            return plugins.run(engine::set, merger -> display.show(merger, planner));
        }
        MergeRun run = new MergeRun(terminal, options, engine, output.overwrite());
        return plugins.run(engine::set, merger -> run.run(merger, planner, ReportText::conversion));
    }

    private MergeRequest request() {
        MergeRequestBuilder request = MergeRequest.convert(model);
        adapter.ifPresent(name -> request.adapter(ModelScope.all(), name));
        settings.byName().forEach(request::adapterSetting);
        output.addTo(request);
        return request.build();
    }
}
