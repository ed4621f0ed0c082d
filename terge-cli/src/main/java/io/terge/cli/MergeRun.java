package io.terge.cli;

import io.terge.api.MergePlan;
import io.terge.api.MergeReport;
import io.terge.api.Merger;
import io.terge.api.PreparedMerge;
import io.terge.cli.json.ReportJson;
import io.terge.cli.text.NoteText;
import io.terge.cli.text.Printable;
import io.terge.cli.text.ReportText;
import io.terge.cli.text.RunFigures;
import io.terge.cli.text.SpeedNote;
import io.terge.engine.Terge;
import io.terge.error.TergeException;
import io.terge.json.LineageJson;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Plans, runs the plan, and tells what was done.
 *
 * @param terminal where it is told
 * @param options what is reported
 * @param engine threads and memory
 * @param overwrite whether result files may be replaced
 */
record MergeRun(Terminal terminal, RunOptions options, EngineOptions engine, boolean overwrite) {

    ExitStatus run(Merger merger, Planner planner, Function<MergeReport, String> summary) {
        try (PreparedMerge merge = prepare(merger, planner)) {
            if (merge.plan().parameters().size() < HeapWatch.MANY) {
                return run(merge, planner.recipe(), summary);
            }
            try (HeapWatch _ = HeapWatch.start()) {
                return run(merge, planner.recipe(), summary);
            }
        }
    }

    private PreparedMerge prepare(Merger merger, Planner planner) {
        try (HeapWatch _ = HeapWatch.start()) {
            return options.withProgress(terminal, listener -> planner.prepare(merger, listener));
        }
    }

    private ExitStatus run(
            PreparedMerge merge,
            Optional<SavedRecipe> recipe,
            Function<MergeReport, String> summary) {
        MergePlan plan = merge.plan();
        ReportText.printWarnings(plan.warnings(), terminal.err());
        ResultFile lineageFile = tried(ResultKind.LINEAGE, plan);
        ResultFile reportFile = tried(ResultKind.REPORT, plan);
        ResultFile recipeFile =
                ResultFile.tried(ResultKind.RECIPE, recipe.map(SavedRecipe::file), plan, overwrite);
        SpeedNote.of(plan.bytesReadOnce(), Terge.advice()).ifPresent(terminal.err()::println);
        MergeReport report = options.withProgress(terminal, merge::run);
        RunFigures figures = RunFigures.of(report, engine.threads(), engine.maxMemory());
        printWarnings(plan, report);
        terminal.out().println(summary.apply(report));
        ReportText.printReplaced(report, terminal.out());
        ReportText.printKept(plan, terminal.out());
        terminal.out().println(ReportText.figures(figures));
        terminal.out().flush();
        ReportText.printOmissions(report, terminal.err());
        Optional<TergeException> noLineage =
                lineageFile.attempt(file -> LineageJson.write(report.lineage(), file));
        Optional<TergeException> noReport =
                reportFile.attempt(file -> ReportJson.write(report, figures, file));
        Optional<TergeException> noRecipe = recipe.flatMap(recipeFile::attempt);
        throwAny(Stream.of(noLineage, noReport, noRecipe).flatMap(Optional::stream).toList());
        return ExitStatus.DONE;
    }

    /** Throws the last failure, after the others have been printed. */
    private void throwAny(List<TergeException> failures) {
        for (int i = 0; i < failures.size(); i++) {
            if (i == failures.size() - 1) {
                throw failures.get(i);
            }
            terminal.err()
                    .println(
                            "error: "
                                    + Printable.lines(
                                            String.valueOf(failures.get(i).getMessage())));
        }
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
