package io.terge.cli.text;

import io.terge.api.ModelDescription;
import io.terge.tensor.ParameterSpec;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

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
        printTexts("DETAIL", "VALUE", model.details(), out);
        printCompanions(model.companions(), out);
        out.println();
        out.printf(
                "%s, %s, %s%n",
                Quantity.count(model.parameters().size(), "parameter"),
                Quantity.count(model.elements(), "element"),
                Quantity.bytes(model.byteSize()));
    }

    private static void printParameters(List<ParameterSpec> parameters, PrintWriter out) {
        Table table = new Table().row("PARAMETER", "SHAPE", "TYPE", "SIZE");
        for (ParameterSpec parameter : parameters) {
            table.row(
                    parameter.name(),
                    parameter.shape().toString(),
                    parameter.dtype().name(),
                    Quantity.bytes(parameter.byteSize()));
        }
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
