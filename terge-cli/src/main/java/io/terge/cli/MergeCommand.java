package io.terge.cli;

import io.terge.api.MergePlan;
import io.terge.api.MergeReport;
import io.terge.api.MergeRequest;
import io.terge.api.Merger;
import io.terge.cli.json.ReportJson;
import io.terge.cli.text.ReportText;
import io.terge.cli.text.RunFigures;
import io.terge.cli.text.SpeedNote;
import io.terge.engine.Terge;
import io.terge.engine.lineage.LineageJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.util.concurrent.Callable;

/** Merges models. */
@Command(
        name = "merge",
        sortOptions = false,
        customSynopsis = {
            "terge merge MODEL... --out OUT [OPTIONS]",
            "       terge merge MODEL... --in-place [OPTIONS]"
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
            "",
            "A selector is a parameter's whole name, glob:PATTERN (* within a dotted part, **"
                    + " across) or",
            "regex:PATTERN (found anywhere). SELECTOR=VALUE is split at the last '='."
        })
final class MergeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private RequestOptions arguments = new RequestOptions();

    @Mixin private RunOptions options = new RunOptions();

    @Mixin private PluginOptions plugins = new PluginOptions();

    @Mixin private EngineOptions engine = new EngineOptions();

    MergeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        MergeRequest request = arguments.request();
        arguments.output().requireTarget();
        options.requireDifferentFiles();
        return plugins.run(engine::set, merger -> merge(merger, request));
    }

    private ExitStatus merge(Merger merger, MergeRequest request) {
        MergePlan plan = merger.plan(request);
        ReportText.printWarnings(plan.warnings(), terminal.err());
        ResultFile lineageFile = tried(ResultKind.LINEAGE, plan);
        ResultFile reportFile = tried(ResultKind.REPORT, plan);
        SpeedNote.of(plan.bytesRead(), Terge.advice()).ifPresent(terminal.err()::println);
        PeakMemory memory = new PeakMemory();
        MergeReport report = run(merger, plan, memory);
        ReportText.printWarnings(
                report.warnings().stream()
                        .filter(warning -> !plan.warnings().contains(warning))
                        .toList(),
                terminal.err());
        RunFigures figures =
                RunFigures.of(report, memory.bytes(), engine.threads(), engine.maxMemory());
        terminal.out().println(ReportText.summary(report));
        terminal.out().println(ReportText.figures(figures));
        lineageFile.write(file -> LineageJson.write(report.lineage(), file));
        reportFile.write(file -> ReportJson.write(report, figures, file));
        return ExitStatus.DONE;
    }

    private ResultFile tried(ResultKind kind, MergePlan plan) {
        return ResultFile.tried(kind, options.file(kind), plan, arguments.output().overwrite());
    }

    private MergeReport run(Merger merger, MergePlan plan, PeakMemory memory) {
        if (!options.showsProgress(terminal)) {
            return merger.merge(plan, memory);
        }
        try (ProgressDisplay display = new ProgressDisplay(terminal.err())) {
            return merger.merge(plan, memory.and(display));
        }
    }
}
