package io.terge.cli.text;

import io.terge.api.Action;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.tensor.DType;
import io.terge.tensor.RowMap;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The decision for a parameter in one line.
 *
 * @param base the place of the base among the plan's models
 */
record DecisionText(int base) {

    /** How the parameter is made. */
    String of(ParameterPlan parameter) {
        String name = parameter.output().name();
        return switch (parameter.action()) {
            case Action.Merge merge -> merge(merge, name);
            case Action.Copy(Operand from, Action.Reason reason)
                    when reason == Action.Reason.CONVERTED ->
                    detail(from, name).isEmpty()
                            ? "converted"
                            : "converted from " + detail(from, name);
            case Action.Copy(Operand from, var _) when isComputed(from) -> "computed";
            case Action.Copy(Operand from, Action.Reason reason) ->
                    "copied from " + source(from, name) + ": " + reason.text();
            case Action.Tied(String to) -> "tied to " + to;
        };
    }

    private static boolean isComputed(Operand from) {
        return from.stored().elements() > 0 && from.footprint().bytesRead() == 0;
    }

    /** The types that are read and, where they differ, the type that is written. */
    static String type(ParameterPlan parameter) {
        String output = parameter.output().dtype().name();
        String read =
                parameter.action().operands().stream()
                        .map(operand -> operand.stored().dtype())
                        .map(DType::name)
                        .distinct()
                        .collect(Collectors.joining(", "));
        return read.isEmpty() || read.equals(output) ? output : read + " -> " + output;
    }

    private String merge(Action.Merge merge, String name) {
        StringBuilder text = new StringBuilder(merge.method());
        if (!merge.options().isEmpty()) {
            text.append(' ').append(merge.options());
        }
        text.append(", weights ")
                .append(perModel(merge.inputs(), input -> Quantity.weight(input.weight())));
        optionsPerModel(merge.inputs())
                .forEach((option, values) -> text.append(", %s %s".formatted(option, values)));
        text.append(merge.base().isPresent() ? ", and the base" : "")
                .append(
                        merge.passes() == 1
                                ? ""
                                : ", read up to %d times".formatted(merge.passes()))
                .append(
                        switch (merge.extent()) {
                            case BLOCK -> "";
                            case ROW -> ", whole rows in memory";
                            case TENSOR -> ", whole tensors in memory";
                        });
        merge.operands().stream()
                .filter(operand -> !detail(operand, name).isEmpty())
                .forEach(
                        operand ->
                                text.append(
                                        "; %s: %s"
                                                .formatted(label(operand), detail(operand, name))));
        return text.toString();
    }

    private static SortedMap<String, String> optionsPerModel(List<Operand> inputs) {
        SortedMap<String, String> options = new TreeMap<>();
        for (Operand input : inputs) {
            input.options()
                    .forEach(
                            (name, value) ->
                                    options.merge(
                                            name,
                                            input.model() + ": " + value,
                                            (all, one) -> all + ", " + one));
        }
        return options;
    }

    private static String perModel(List<Operand> inputs, Function<Operand, String> value) {
        return inputs.stream()
                .map(input -> input.model() + ": " + value.apply(input))
                .collect(Collectors.joining(", "));
    }

    private String source(Operand from, String name) {
        String label = label(from);
        String detail = detail(from, name);
        return detail.isEmpty() ? label : "%s (%s)".formatted(label, detail);
    }

    private String label(Operand operand) {
        return operand.model() == base ? "the base" : "model " + operand.model();
    }

    /** The stored name and the rows, where they are not those of the output. */
    private static String detail(Operand operand, String name) {
        String stored = operand.stored().name();
        return Stream.of(stored.equals(name) ? "" : stored, rows(operand.rows()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String rows(RowMap rows) {
        return switch (rows) {
            case RowMap.Identity all -> "";
            case RowMap.Range(long first, long count) when count > 0 ->
                    "rows %d to %d".formatted(first, first + count - 1);
            case RowMap.Range none -> "no rows";
            case RowMap.Gather(List<Long> list) ->
                    Quantity.count(list.size(), "row") + " by number";
            case RowMap.Mean(List<List<Long>> list) ->
                    Quantity.count(list.size(), "mean") + " of rows";
        };
    }
}
