package io.terge.cli;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeReport;
import io.terge.api.MergeRequest;
import io.terge.api.Merger;
import io.terge.cli.text.ReportText;

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

    @Mixin private EngineOptions engine = new EngineOptions();

    MergeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        MergeRequest request = arguments.request();
        arguments.output().requireTarget();
        return engine.run(merger -> merge(merger, request));
    }

    private ExitStatus merge(Merger merger, MergeRequest request) {
        MergePlan plan = merger.plan(request);
        ReportText.printWarnings(plan.warnings(), terminal.err());
        LineageFile file =
                LineageFile.tried(options.lineage(), plan, arguments.output().overwrite());
        MergeReport report = run(merger, plan);
        ReportText.printWarnings(
                report.warnings().stream()
                        .filter(warning -> !plan.warnings().contains(warning))
                        .toList(),
                terminal.err());
        terminal.out().println(ReportText.summary(report));
        file.write(report.lineage());
        return ExitStatus.DONE;
    }

    private MergeReport run(Merger merger, MergePlan plan) {
        if (!options.showsProgress(terminal)) {
            return merger.merge(plan, MergeListener.none());
        }
        try (ProgressDisplay display = new ProgressDisplay(terminal.err())) {
            return merger.merge(plan, display);
        }
    }
}
