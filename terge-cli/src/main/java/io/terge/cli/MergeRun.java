package io.terge.cli;

import io.terge.api.MergePlan;
import io.terge.api.MergeReport;
import io.terge.api.Merger;
import io.terge.cli.json.ReportJson;
import io.terge.cli.text.NoteText;
import io.terge.cli.text.ReportText;
import io.terge.cli.text.RunFigures;
import io.terge.cli.text.SpeedNote;
import io.terge.engine.Terge;
import io.terge.json.LineageJson;

import java.util.Optional;
import java.util.function.Function;

/**
 * Plans, runs the plan, and tells what was done.
 *
 * @param terminal where it is told
 * @param options what is reported
 * @param engine threads and memory
 * @param overwrite whether result files may be replaced
 */
record MergeRun(Terminal terminal, RunOptions options, EngineOptions engine, boolean overwrite) {

    ExitStatus run(
            Merger merger, PlanArguments.Planner planner, Function<MergeReport, String> summary) {
        MergePlan plan = options.withProgress(terminal, listener -> planner.plan(merger, listener));
        ReportText.printWarnings(plan.warnings(), terminal.err());
        ResultFile lineageFile = tried(ResultKind.LINEAGE, plan);
        ResultFile reportFile = tried(ResultKind.REPORT, plan);
        SpeedNote.of(plan.bytesRead(), Terge.advice()).ifPresent(terminal.err()::println);
        PeakMemory memory = new PeakMemory();
        MergeReport report =
                options.withProgress(
                        terminal, listener -> merger.merge(plan, memory.and(listener)));
        RunFigures figures =
                RunFigures.of(report, memory.bytes(), engine.threads(), engine.maxMemory());
        printWarnings(plan, report);
        terminal.out().println(summary.apply(report));
        terminal.out().println(ReportText.figures(figures));
        terminal.out().flush();
        ReportText.printOmissions(report, terminal.err());
        lineageFile.write(file -> LineageJson.write(report.lineage(), file));
        reportFile.write(file -> ReportJson.write(report, figures, file));
        return ExitStatus.DONE;
    }

    private ResultFile tried(ResultKind kind, MergePlan plan) {
        return ResultFile.tried(
                kind, Optional.ofNullable(options.files().get(kind)), plan, overwrite);
    }

    private void printWarnings(MergePlan plan, MergeReport report) {
        ReportText.printWarnings(
                report.warnings().stream()
                        .filter(warning -> !plan.warnings().contains(warning))
                        .toList(),
                terminal.err());
        NoteText.print(report.lineage(), terminal.err());
    }
}
