package io.terge.cli;

import io.terge.cli.text.ReportText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.concurrent.Callable;

/** Merges models. */
@Command(
        name = "merge",
        aliases = "run",
        sortOptions = false,
        customSynopsis = {
            "terge merge MODEL... --out OUT [OPTIONS]",
            "       terge merge MODEL... --in-place [OPTIONS]",
            "       terge merge RECIPE.yml --out OUT [OPTIONS]",
            "       terge merge --plan FILE [OPTIONS]"
        },
        description = "Merge models into one.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  terge merge a.safetensors b.safetensors --out merged.safetensors",
            "  terge merge model-a model-b model-c --out merged --weights 3,2,1 --exclude"
                    + " 'glob:lm_head.*'",
            "  terge merge a b --out merged --weights 'regex:bias$=1,0' --weights 1,3 --lineage"
                    + " merged.json",
            "  terge merge a b --base pretrained --out merged --dtype bf16 --shard-size 5GB",
            "  terge merge a b --out merged --rename '1:^bert\\.='",
            "  terge merge recipe.yml --out merged --set weights.a=0.4",
            "  terge merge --plan plan.json",
            "",
            "A selector is * (every parameter), a parameter's whole name, glob:PATTERN (* within a",
            "dotted part, ** across dots) or regex:PATTERN (found anywhere in the name).",
            "SELECTOR=VALUE is split at the last '='; brackets and commas belong to the value."
        })
final class MergeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec private CommandSpec command = CommandSpec.create();

    @Mixin private PlanArguments arguments = new PlanArguments();

    @Mixin private DryRunOptions dryRun = new DryRunOptions();

    @Mixin private RunOptions options = new RunOptions();

    @Mixin private PluginOptions plugins = new PluginOptions();

    @Mixin private EngineOptions engine = new EngineOptions();

    MergeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Planner planner = arguments.planner();
        arguments.requireOutput("No output is given");
        DistinctFiles files = new DistinctFiles(command.commandLine());
        arguments.addFiles(files);
        options.files().forEach((kind, file) -> files.add(kind.option(), file));
        if (dryRun.isDryRun()) {
            PlanDisplay display =
                    new PlanDisplay(terminal, options, dryRun.json(), arguments.overwrite());
            return plugins.run(engine::set, merger -> display.show(merger, planner));
        }
        MergeRun run = new MergeRun(terminal, options, engine, arguments.overwrite());
        return plugins.run(engine::set, merger -> run.run(merger, planner, ReportText::summary));
    }
}
