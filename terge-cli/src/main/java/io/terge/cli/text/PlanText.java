package io.terge.cli.text;

import io.terge.api.Action;
import io.terge.api.CompanionSettings;
import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.OutputPlan;
import io.terge.api.ParameterPlan;
import io.terge.api.StagePlan;
import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.SortedMap;

/** Prints a plan: the models, the decision for every parameter, and the totals. */
public final class PlanText {

    private PlanText() {}

    /** Prints the plan, with what it does not merge, without its warnings. */
    public static void print(MergePlan plan, PrintWriter out) {
        for (StagePlan stage : plan.stages()) {
            out.println(Printable.line("stage " + stage.name()));
            printDecisions(stage.plan(), out);
            printPassage(stage, out);
            printFiles(stage.plan(), out);
            out.println();
        }
        if (!plan.stages().isEmpty()) {
            out.println("result");
        }
        printDecisions(plan, out);
        printBytes(plan, out);
        printFiles(plan, out);
    }

    private static void printPassage(StagePlan stage, PrintWriter out) {
        MergePlan plan = stage.plan();
        if (stage.isKept()) {
            printBytes(plan, out);
            out.println("written, and read back by later stages");
            return;
        }
        out.println(
                (stage.isRounded() ? "rounded to these types" : "not rounded")
                        + ", and computed whenever a later stage reads it");
        long stored = plan.parameters().stream().filter(stage::isStored).count();
        if (stored > 0) {
            out.printf(
                    "%s merged as a whole: computed once, and kept in a temporary file of %s%n",
                    Quantity.count(stored, "parameter"), Quantity.bytes(stage.bytesStored()));
        }
    }

    private static void printDecisions(MergePlan plan, PrintWriter out) {
        printModels(plan, out);
        out.println();
        DecisionText decisions = new DecisionText(plan.base());
        Table table = new Table().row("PARAMETER", "SHAPE", "TYPE", "DECISION");
        for (ParameterPlan parameter : plan.parameters()) {
            table.row(
                    parameter.output().name(),
                    parameter.output().shape().toString(),
                    DecisionText.type(parameter),
                    decisions.of(parameter));
        }
        table.print(out);
        out.println();
        String parameters = Quantity.count(plan.parameters().size(), "parameter");
        out.println(
                isConversion(plan)
                        ? parameters + " converted"
                        : "%s: %s merged, %s"
                                .formatted(
                                        parameters,
                                        plan.merged().count(),
                                        ReportText.copied(plan.copied(), plan.tied())));
    }

    private static boolean isConversion(MergePlan plan) {
        return plan.parameters().stream()
                .map(ParameterPlan::action)
                .anyMatch(
                        action ->
                                action instanceof Action.Copy(var _, Action.Reason reason)
                                        && reason == Action.Reason.CONVERTED);
    }

    private static void printFiles(MergePlan plan, PrintWriter out) {
        plan.output().ifPresent(output -> FilesText.print(output.files(), out));
        if (!plan.omissions().isEmpty()) {
            out.println();
            OmissionText.print(plan.omissions(), out);
        }
    }

    private static void printModels(MergePlan plan, PrintWriter out) {
        Table table = new Table();
        for (ModelUse model : plan.models()) {
            model.index().ifPresent(index -> table.row("model " + index, describe(model)));
        }
        ModelUse base = plan.baseModel();
        table.row(
                "base",
                base.index().isPresent()
                        ? "model " + base.index().getAsInt()
                        : describe(base) + ", not merged itself");
        gates(base.reference()).ifPresent(gates -> table.row("gates", gates));
        TransplantText.rows(base.reference()).ifPresent(rows -> table.row("tokenizer", rows));
        plan.output().ifPresent(output -> table.row("output", describe(output)));
        if (plan.seed() != 0) {
            table.row("seed", Long.toString(plan.seed()));
        }
        table.print(out);
    }

    private static Optional<String> gates(ModelReference base) {
        SortedMap<String, String> settings = base.settings();
        String seed = ", seed " + settings.getOrDefault(ViewSettings.SEED, "0");
        return Optional.ofNullable(settings.get(ViewSettings.GATES))
                .map(
                        gates ->
                                switch (gates) {
                                    case "random" -> "random, with a normal distribution" + seed;
                                    case "uniform_random" ->
                                            "random, with a uniform distribution" + seed;
                                    default -> "given by " + gates;
                                });
    }

    private static String describe(ModelUse model) {
        return "%s (%s)".formatted(ViewSettings.shown(model.reference()), model.adapter());
    }

    private static String describe(OutputPlan output) {
        String target =
                "%s (%s)".formatted(CompanionSettings.describe(output.target()), output.adapter());
        return target
                + shards(output)
                + (output.overwrite() ? ", overwriting allowed" : "")
                + (output.backup() ? ", with a backup" : "");
    }

    private static String shards(OutputPlan output) {
        if (output.shards() == 1 && output.shardSize().isEmpty()) {
            return "";
        }
        String shards = ", in " + Quantity.count(output.shards(), "shard");
        return output.shardSize().isEmpty()
                ? shards
                : shards + " of at most " + Quantity.bytes(output.shardSize().getAsLong());
    }

    private static void printBytes(MergePlan plan, PrintWriter out) {
        out.printf(
                "%s%s to read, %s to write, up to %s of memory%n",
                plan.bytesRead() > plan.bytesReadOnce() ? "up to " : "",
                Quantity.bytes(plan.bytesRead()),
                Quantity.bytes(plan.bytesWritten()),
                Quantity.bytes(plan.memoryBytes()));
    }
}
