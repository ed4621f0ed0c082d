package io.terge.cli;

import io.terge.api.MergePlan;
import io.terge.api.MergeRequest;
import io.terge.cli.json.PlanJson;
import io.terge.cli.text.PlanText;
import io.terge.cli.text.ReportText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Shows what a merge would do. */
@Command(
        name = "plan",
        sortOptions = false,
        customSynopsis = "terge plan MODEL... [OPTIONS]",
        description = {
            "Show what a merge would do to every parameter.",
            "Takes all arguments of 'merge', reads headers only and writes nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  terge plan a.safetensors b.safetensors --weights 3,1",
            "  terge plan model-a model-b --include 'glob:**.mlp.*' --json"
        })
final class PlanCommand implements Callable<Integer> {

    @Spec private CommandSpec command = CommandSpec.create();

    @Mixin private RequestOptions arguments = new RequestOptions();

    @Mixin private RunOptions options = new RunOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin private PluginOptions plugins = new PluginOptions();

    @Mixin private EngineOptions engine = new EngineOptions();

    @Override
    public Integer call() throws IOException {
        MergeRequest request = arguments.request();
        options.requireDifferentFiles();
        return plugins.run(
                engine::set,
                merger -> {
                    MergePlan plan = merger.plan(request);
                    for (ResultKind kind : ResultKind.values()) {
                        options.file(kind).ifPresent(file -> check(kind, file, plan));
                    }
                    print(plan);
                    return ExitStatus.DONE;
                });
    }

    private void check(ResultKind kind, Path file, MergePlan plan) {
        new ResultPlace(kind, file, plan).check(arguments.output().overwrite());
    }

    private void print(MergePlan plan) {
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            PlanJson.print(plan, out);
        } else {
            PlanText.print(plan, out);
        }
        out.flush();
        ReportText.printWarnings(plan.warnings(), command.commandLine().getErr());
    }
}
