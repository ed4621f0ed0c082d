package io.terge.cli.text;

import io.terge.api.MergeReport;
import io.terge.error.Problem;

import java.io.PrintWriter;

/** Prints what a merge did, and what the caller should know of it. */
public final class ReportText {

    private ReportText() {}

    /** The merge in one line. */
    public static String summary(MergeReport report) {
        return Printable.line(
                "%s: %s merged, %s copied, %s written in %s"
                        .formatted(
                                report.output().describe(),
                                Quantity.count(report.lineage().parameters().size(), "parameter"),
                                report.copied(),
                                Quantity.bytes(report.bytesWritten()),
                                Quantity.time(report.elapsed())));
    }

    /** Prints warnings. */
    public static void printWarnings(Iterable<Problem> warnings, PrintWriter err) {
        for (Problem warning : warnings) {
            err.println("warning: " + Printable.lines(warning.toString()));
        }
        err.flush();
    }
}
