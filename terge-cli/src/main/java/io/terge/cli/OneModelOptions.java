package io.terge.cli;

import io.terge.api.MergeReport;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.ModelScope;
import io.terge.cli.args.ReferenceArgument;
import io.terge.model.ModelReference;
import io.terge.recipes.file.RecipeTexts;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** The arguments of commands that make a model of another one, and how these run. */
final class OneModelOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

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

    /**
     * Runs the command.
     *
     * @param started makes the request of the model
     * @param summary says what was done
     * @return the exit status
     * @throws ParameterException if there is no output
     */
    int run(
            Terminal terminal,
            Function<ModelReference, MergeRequestBuilder> started,
            Function<MergeReport, String> summary)
            throws IOException {
        if (!output.isGiven()) {
            throw new ParameterException(
                    command.commandLine(), "No output is given: add --out OUT or --in-place");
        }
        MergeRequest request = request(started.apply(model));
        DistinctFiles files = new DistinctFiles(command.commandLine());
        options.files().forEach((kind, file) -> files.add(kind.option(), file));
        Planner planner = new RequestPlanner(request);
        if (dryRun.isDryRun()) {
            PlanDisplay display =
                    new PlanDisplay(terminal, options, dryRun.json(), output.overwrite());
            return plugins.run(engine::set, merger -> display.show(merger, planner));
        }
        MergeRun run = new MergeRun(terminal, options, engine, output.overwrite());
        return plugins.run(engine::set, merger -> run.run(merger, planner, summary));
    }

    private MergeRequest request(MergeRequestBuilder request) {
        adapter.ifPresent(name -> request.adapter(ModelScope.all(), name));
        settings.byName().forEach(request::adapterSetting);
        output.addTo(request);
        return RecipeTexts.describe(request.build());
    }
}
