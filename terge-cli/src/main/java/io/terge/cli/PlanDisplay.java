package io.terge.cli;

import io.terge.api.MergePlan;
import io.terge.api.Merger;
import io.terge.cli.text.PlanText;
import io.terge.cli.text.Printable;
import io.terge.cli.text.ReportText;
import io.terge.json.PlanJson;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * Plans, and shows the plan instead of running it.
 *
 * @param terminal where it is shown
 * @param options the result files, which are checked but not written
 * @param json whether it is printed as JSON
 * @param overwrite whether result files may be replaced
 */
record PlanDisplay(Terminal terminal, RunOptions options, boolean json, boolean overwrite) {

    /** Plans, and checks the places of result files. */
    MergePlan plan(Merger merger, Planner planner) throws IOException {
        MergePlan plan;
        try (HeapWatch _ = HeapWatch.start()) {
            plan = options.withProgress(terminal, listener -> planner.plan(merger, listener));
        }
        options.files().forEach((kind, file) -> new ResultPlace(kind, file, plan).check(overwrite));
        planner.recipe()
                .map(recipe -> new ResultPlace(ResultKind.RECIPE, recipe.file(), plan))
                .ifPresent(place -> place.check(overwrite));
        return plan;
    }

    /** Prints a plan and its warnings. */
    void print(MergePlan plan) throws IOException {
        PrintWriter out = terminal.out();
        if (json) {
            PlanJson.write(plan, out);
        } else {
            PlanText.print(plan, out);
        }
        out.flush();
        ReportText.printWarnings(plan.warnings(), terminal.err());
        options.files().forEach(this::printUnwritten);
    }

    private void printUnwritten(ResultKind kind, Path file) {
        terminal.err()
                .println(
                        Printable.line(
                                "note: %s %s is not written, as nothing is merged"
                                        .formatted(kind.option(), file)));
        terminal.err().flush();
    }

    /** Plans and prints the plan. */
    ExitStatus show(Merger merger, Planner planner) throws IOException {
        print(plan(merger, planner));
        return ExitStatus.DONE;
    }
}
