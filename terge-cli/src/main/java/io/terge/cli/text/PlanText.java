package io.terge.cli.text;

import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.OutputPlan;
import io.terge.api.ParameterPlan;
import io.terge.tensor.ParameterSpec;

import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints a plan: the models, the decision for every parameter, and the totals. */
public final class PlanText {

    private PlanText() {}

    /** Prints the plan but for its warnings. */
    public static void print(MergePlan plan, PrintWriter out) {
        printModels(plan, out);
        out.println();
        Table table = new Table().row("PARAMETER", "SHAPE", "TYPE", "DECISION");
        for (ParameterPlan parameter : plan.parameters()) {
            table.row(
                    parameter.base().name(),
                    parameter.base().shape().toString(),
                    type(parameter),
                    decision(parameter));
        }
        table.print(out);
        out.println();
        printTotals(plan, out);
    }

    private static void printModels(MergePlan plan, PrintWriter out) {
        Table table = new Table();
        for (ModelUse model : plan.models()) {
            table.row("model " + model.index().orElseThrow(), describe(model));
        }
        ModelUse base = plan.base();
        table.row(
                "base",
                base.index().isPresent()
                        ? "model " + base.index().getAsInt()
                        : describe(base) + ", not merged itself");
        plan.output().ifPresent(output -> table.row("output", describe(output)));
        table.print(out);
    }

    private static String describe(ModelUse model) {
        return "%s (%s)".formatted(model.reference().describe(), model.adapter());
    }

    private static String describe(OutputPlan output) {
        StringBuilder text = new StringBuilder(output.target().describe());
        text.append(" (").append(output.adapter()).append(')');
        output.shardSize()
                .ifPresent(
                        bytes ->
                                text.append(", in files of up to ")
                                        .append(Quantity.bytes(bytes))
                                        .append(" of weights"));
        return text.append(output.overwrite() ? ", replacing what is there" : "").toString();
    }

    private static String type(ParameterPlan parameter) {
        ParameterSpec base = parameter.base();
        ParameterSpec output = parameter.output();
        return base.dtype().equals(output.dtype())
                ? base.dtype().name()
                : base.dtype() + " -> " + output.dtype();
    }

    private static String decision(ParameterPlan parameter) {
        return switch (parameter) {
            case ParameterPlan.Merge merge ->
                    merge.method()
                            + options(merge.options())
                            + ", weights "
                            + shares(merge)
                            + passes(merge)
                            + extent(merge);
            case ParameterPlan.Copy copy -> "copied from the base: " + copy.reason().text();
        };
    }

    private static String options(Map<String, String> options) {
        return options.isEmpty() ? "" : " " + options;
    }

    private static String shares(ParameterPlan.Merge merge) {
        String shares =
                merge.shares().stream()
                        .map(share -> share.model() + ": " + Quantity.weight(share.weight()))
                        .collect(Collectors.joining(", "));
        return merge.usesBase() ? shares + ", and the base" : shares;
    }

    private static String passes(ParameterPlan.Merge merge) {
        return merge.passes() == 1 ? "" : ", read %d times".formatted(merge.passes());
    }

    private static String extent(ParameterPlan.Merge merge) {
        return switch (merge.extent()) {
            case BLOCK -> "";
            case ROW -> ", held row by row";
            case TENSOR -> ", held as a whole";
        };
    }

    private static void printTotals(MergePlan plan, PrintWriter out) {
        long merged = plan.merged().count();
        out.printf(
                "%s: %s merged, %s copied%n",
                Quantity.count(plan.parameters().size(), "parameter"),
                merged,
                plan.parameters().size() - merged);
        out.printf(
                "%s to read, %s to write, up to %s of memory%n",
                Quantity.bytes(plan.bytesRead()),
                Quantity.bytes(plan.bytesWritten()),
                Quantity.bytes(plan.memoryBytes()));
    }
}
