package io.terge.cli;

import io.terge.api.Layout;
import io.terge.api.MergeRequest;
import io.terge.cli.args.SeedArgument;
import io.terge.cli.text.ReportText;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.recipes.Recipe;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.file.RecipeTexts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Makes a mixture of experts of dense models. */
@Command(
        name = "moe",
        sortOptions = false,
        customSynopsis = "terge moe RECIPE.yml --out OUT [OPTIONS]",
        description = {
            "Make a mixture of experts from dense models.",
            "The feed-forward networks of the experts are copied; everything else comes from the"
                + " base. Gates are random or read from a file. Recipes of mergekit-moe work, too.",
            "'terge extract --expert' makes an expert a dense model again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  terge moe recipe.yml --out mixture",
            "  terge moe recipe.yml --out mixture --set gate_mode=random --seed 7",
            "  terge moe recipe.yml --out mixture --set experts.1.residual_scale=0.5"
        })
final class MoeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec private CommandSpec command = CommandSpec.create();

    @Parameters(
            paramLabel = "RECIPE",
            description =
                    "A recipe of a mixture, in YAML or JSON, with base_model, experts, gate_mode"
                            + " and so on.")
    private Path recipe = Path.of("");

    @Mixin private RecipeValues values = new RecipeValues();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = SeedArgument.class,
            description =
                    "The seed of random gates and of noise. Default: that of the recipe, or 0.")
    private Optional<Long> seed = Optional.empty();

    @Mixin private SettingOptions settings = new SettingOptions();

    @Mixin private OutputOptions output = new OutputOptions();

    @Mixin private DryRunOptions dryRun = new DryRunOptions();

    @Mixin private RunOptions options = new RunOptions();

    @Mixin private PluginOptions plugins = new PluginOptions();

    @Mixin private EngineOptions engine = new EngineOptions();

    MoeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!output.isGiven()) {
            throw new ParameterException(
                    command.commandLine(), "No output is given: add --out OUT");
        }
        Recipe read = values.read(recipe);
        RequestPlanner planner = new RequestPlanner(request(read), Optional.empty(), read::placed);
        DistinctFiles files = new DistinctFiles(command.commandLine());
        files.add("RECIPE", recipe);
        options.files().forEach((kind, file) -> files.add(kind.option(), file));
        if (dryRun.isDryRun()) {
            PlanDisplay display =
                    new PlanDisplay(terminal, options, dryRun.json(), output.overwrite());
            return plugins.run(engine::set, merger -> display.show(merger, planner));
        }
        MergeRun run = new MergeRun(terminal, options, engine, output.overwrite());
        return plugins.run(engine::set, merger -> run.run(merger, planner, ReportText::summary));
    }

    private MergeRequest request(Recipe read) {
        ReportText.printNotes(read.notes(), terminal.err());
        MergeRequest asked = read.stages().getLast().request();
        if (!(asked.layout() instanceof Layout.Parts)) {
            throw new TergeException(
                    Problem.of(
                                    RecipeCode.RECIPE_UNSUPPORTED,
                                    "%s is a recipe of a merge, not of a mixture of experts"
                                            .formatted(recipe))
                            .fix("use 'terge merge'"));
        }
        MergeRequest seeded = seed.map(number -> Seeds.set(asked, number)).orElse(asked);
        var request = seeded.toBuilder();
        settings.byName().forEach(request::adapterSetting);
        output.addTo(request);
        MergeRequest made = request.build();
        return read.source()
                .map(source -> RecipeTexts.describe(made, source, RecipeChanges.in(command)))
                .orElse(made);
    }
}
