package io.terge.cli.text;

import io.terge.api.MergeReport;
import io.terge.model.ModelReference;
import io.terge.model.Transplant;
import io.terge.model.TransplantedRows;

/** Says what was done to give a model another tokenizer. */
public final class TransplantText {

    private TransplantText() {}

    /** The conversion in one line, and the rows in a second one. */
    public static String summary(MergeReport report) {
        ModelReference model = report.lineage().base().reference();
        return Transplant.of(model)
                .rows()
                .map(rows -> ReportText.conversion(report) + "\n" + rows(model, rows))
                .orElseGet(() -> ReportText.conversion(report));
    }

    private static String rows(ModelReference model, TransplantedRows rows) {
        Transplant made = Transplant.of(model);
        return Printable.line(
                "  tokenizer of %s: %s kept, %s computed (%s, k = %d), %s without a token"
                        .formatted(
                                made.donor().describe(),
                                Quantity.count(rows.kept(), "row"),
                                Quantity.count(rows.computed(), "row"),
                                made.method().word(),
                                made.most(),
                                Quantity.count(rows.padded(), "row")));
    }
}
