package io.terge.cli;

import io.terge.api.MergePlan;
import io.terge.api.Merger;
import io.terge.json.PlanJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Shows what a merge would do. */
@Command(
        name = "plan",
        sortOptions = false,
        customSynopsis = {
            "terge plan MODEL... [OPTIONS]",
            "       terge plan RECIPE.yml [OPTIONS]",
            "       terge plan --plan FILE [OPTIONS]"
        },
        description = {
            "Show what a merge would do to every parameter.",
            "Takes all arguments of 'merge', reads headers only and writes no model."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  terge plan a.safetensors b.safetensors --weights 3,1",
            "  terge plan model-a model-b --include 'glob:**.mlp.*' --json",
            "  terge plan model-a model-b --out merged --save plan.json",
            "  terge plan model-a model-b --weights 3,1 --save-recipe recipe.yml"
        })
final class PlanCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec private CommandSpec command = CommandSpec.create();

    @Mixin private PlanArguments arguments = new PlanArguments();

    @Mixin private RunOptions options = new RunOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description =
                    "Save the plan to this file, to be run by 'terge merge --plan FILE'. Relative"
                            + " paths in it stay relative.")
    private Optional<Path> save = Optional.empty();

    @Mixin private PluginOptions plugins = new PluginOptions();

    @Mixin private EngineOptions engine = new EngineOptions();

    PlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Planner planner = arguments.planner();
        if (save.isPresent()) {
            arguments.requireOutput("A saved plan needs an output");
        }
        DistinctFiles files = new DistinctFiles(command.commandLine());
        arguments.addFiles(files);
        options.files().forEach((kind, file) -> files.add(kind.option(), file));
        save.ifPresent(file -> files.add(ResultKind.PLAN.option(), file));
        return plugins.run(engine::set, merger -> plan(merger, planner));
    }

    private ExitStatus plan(Merger merger, Planner planner) throws IOException {
        boolean overwrite = arguments.overwrite();
        PlanDisplay display = new PlanDisplay(terminal, options, json, overwrite);
        MergePlan plan = display.plan(merger, planner);
        ResultFile saved = ResultFile.tried(ResultKind.PLAN, save, plan, overwrite);
        Optional<SavedRecipe> recipe = planner.recipe();
        ResultFile savedRecipe =
                ResultFile.tried(
                        ResultKind.RECIPE_OF_PLAN, recipe.map(SavedRecipe::file), plan, overwrite);
        display.print(plan);
        saved.write(file -> PlanJson.write(plan, file));
        recipe.ifPresent(savedRecipe::write);
        return ExitStatus.DONE;
    }
}
