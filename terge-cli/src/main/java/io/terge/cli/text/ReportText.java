package io.terge.cli.text;

import io.terge.api.Action;
import io.terge.api.CompanionSettings;
import io.terge.api.Lineage;
import io.terge.api.MergePlan;
import io.terge.api.MergeReport;
import io.terge.api.StagePlan;
import io.terge.error.Problem;

import java.io.PrintWriter;
import java.util.stream.Collectors;

/** Prints what a merge did, and what the caller should know of it. */
public final class ReportText {

    private ReportText() {}

    /** The merge in one line. */
    public static String summary(MergeReport report) {
        return Printable.line(
                "%s: %s merged, %s"
                        .formatted(
                                report.output().describe(),
                                Quantity.count(report.merged(), "parameter"),
                                copied(report.copied(), report.tied())));
    }

    /** How many parameters are not merged: {@code 2 copied, 1 tied}. */
    static String copied(long copied, long tied) {
        return copied + " copied" + (tied == 0 ? "" : ", " + tied + " tied");
    }

    /**
     * Prints what was not merged, or not from all models, and a last warning if nothing was merged
     * although that was asked for.
     */
    public static void printOmissions(MergeReport report, PrintWriter err) {
        for (Lineage.Stage stage : report.lineage().stages()) {
            OmissionText.print(stage.name(), stage.lineage().omissions(), err);
        }
        OmissionText.print(report.omissions(), err);
        boolean isConversion =
                report.lineage().copied().values().stream()
                        .anyMatch(copied -> copied.reason() == Action.Reason.CONVERTED);
        if (report.merged() == 0 && !isConversion) {
            err.println(
                    Printable.line(
                            "warning: nothing was merged: %s is a copy of the base"
                                    .formatted(report.output().describe())));
        }
        err.flush();
    }

    /** The conversion in one line. */
    public static String conversion(MergeReport report) {
        return Printable.line(
                "%s: %s converted"
                        .formatted(
                                report.output().describe(),
                                Quantity.count(report.copied() + report.tied(), "parameter")));
    }

    /** Prints what became of the model that was at the output before, if there was one. */
    public static void printReplaced(MergeReport report, PrintWriter out) {
        report.replaced().forEach(line -> out.println("  " + Printable.line(line)));
    }

    /** Prints where the outputs of stages are. */
    public static void printKept(MergePlan plan, PrintWriter out) {
        for (StagePlan stage : plan.stages()) {
            stage.target()
                    .ifPresent(
                            target ->
                                    out.println(
                                            Printable.line(
                                                    "  stage %s: %s"
                                                            .formatted(
                                                                    stage.name(),
                                                                    CompanionSettings.describe(
                                                                            target)))));
        }
    }

    /** What it took, in one line. */
    public static String figures(RunFigures run) {
        String peak =
                run.peakMemory().stream()
                        .mapToObj(bytes -> ", peak memory " + Quantity.bytes(bytes))
                        .collect(Collectors.joining());
        return "%s: %s read, %s written, %s/s%s"
                .formatted(
                        Quantity.time(run.seconds()),
                        Quantity.bytes(run.bytesRead()),
                        Quantity.bytes(run.bytesWritten()),
                        Quantity.bytes(run.bytesPerSecond()),
                        peak);
    }

    /** Prints warnings. */
    public static void printWarnings(Iterable<Problem> warnings, PrintWriter err) {
        for (Problem warning : warnings) {
            err.println("warning: " + Printable.lines(warning.toString()));
        }
        err.flush();
    }

    /** Prints what is worth telling about a recipe. */
    public static void printNotes(Iterable<Problem> notes, PrintWriter err) {
        for (Problem note : notes) {
            err.println("note: " + Printable.lines(note.message()));
            note.fixes().forEach(fix -> err.println("   fix: " + Printable.lines(fix)));
        }
        err.flush();
    }
}
