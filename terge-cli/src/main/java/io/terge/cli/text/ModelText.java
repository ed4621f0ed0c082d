package io.terge.cli.text;

import io.terge.api.ModelDescription;
import io.terge.tensor.ParameterSpec;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Prints what a model's headers say. */
public final class ModelText {

    private ModelText() {}

    /**
     * Prints parameters, ties, metadata, details, the other files and the totals, without the
     * warnings.
     */
    public static void print(ModelDescription model, PrintWriter out) {
        out.println(
                Printable.line("%s (%s)".formatted(model.reference().describe(), model.adapter())));
        out.println();
        printParameters(model.parameters(), out);
        printTexts("TIED", "TO", model.ties(), out);
        printTexts("METADATA", "VALUE", model.metadata(), out);
        printDetails(model.details(), out);
        printCompanions(model.companions(), out);
        out.println();
        out.printf(
                "%s, %s, %s%n",
                Quantity.count(model.parameters().size(), "parameter"),
                Quantity.count(model.elements(), "element"),
                Quantity.bytes(model.byteSize()));
    }

    private static void printParameters(List<ParameterSpec> parameters, PrintWriter out) {
        NameColumn names = new NameColumn(widthWithoutName(parameters));
        Table table = new Table().row("PARAMETER", "SHAPE", "TYPE", "SIZE");
        for (ParameterSpec parameter : parameters) {
            table.row(
                    names.of(parameter.name()),
                    parameter.shape().toString(),
                    parameter.dtype().name(),
                    Quantity.bytes(parameter.byteSize()));
        }
        table.print(out);
        if (names.shortened() > 0) {
            out.println();
            out.println(
                    Quantity.count(names.shortened(), "long name")
                            + " shortened; --json prints all in full");
        }
    }

    private static int widthWithoutName(List<ParameterSpec> parameters) {
        int shape = longest("SHAPE", parameters, parameter -> parameter.shape().toString());
        int type = longest("TYPE", parameters, parameter -> parameter.dtype().name());
        int size = longest("SIZE", parameters, parameter -> Quantity.bytes(parameter.byteSize()));
        return shape + type + size + 3 * Table.GAP.length();
    }

    private static int longest(
            String title, List<ParameterSpec> parameters, Function<ParameterSpec, String> text) {
        return Stream.concat(Stream.of(title), parameters.stream().map(text))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static void printDetails(Map<String, String> details, PrintWriter out) {
        if (details.isEmpty()) {
            return;
        }
        out.println();
        NameColumn names = new NameColumn(NameColumn.LINE);
        Table table = new Table().row("DETAIL", "VALUE");
        int widest =
                details.keySet().stream().mapToInt(name -> names.of(name).length()).max().orElse(0);
        int room = NameColumn.LINE - widest - Table.GAP.length();
        details.forEach(
                (name, value) -> {
                    List<String> lines = ListedNames.lines(value, room);
                    table.row(names.of(name), lines.getFirst());
                    lines.stream().skip(1).forEach(line -> table.row("", line));
                });
        table.print(out);
    }

    private static void printTexts(
            String keys, String values, Map<String, String> texts, PrintWriter out) {
        if (texts.isEmpty()) {
            return;
        }
        out.println();
        Table table = new Table().row(keys, values);
        texts.forEach(table::row);
        table.print(out);
    }

    private static void printCompanions(List<String> companions, PrintWriter out) {
        if (companions.isEmpty()) {
            return;
        }
        out.println();
        Table table = new Table().row("OTHER FILES");
        companions.forEach(table::row);
        table.print(out);
    }
}
