package io.terge.cli.text;

import io.terge.api.MergeReport;
import io.terge.model.ModelReference;
import io.terge.model.Transplant;
import io.terge.model.TransplantedRows;

import java.util.Optional;

/** Says what was done to give a model another tokenizer. */
public final class TransplantText {

    private TransplantText() {}

    /** The conversion in one line, and the rows in a second one. */
    public static String summary(MergeReport report) {
        return rows(report.lineage().base().reference())
                .map(rows -> ReportText.conversion(report) + "\n  tokenizer " + rows)
                .orElseGet(() -> ReportText.conversion(report));
    }

    /** Whose tokenizer a model gets, and where its rows come from; nothing if it keeps its own. */
    static Optional<String> rows(ModelReference model) {
        if (!model.hasAny(Transplant.SETTINGS)) {
            return Optional.empty();
        }
        Transplant made = Transplant.of(model);
        return made.rows().map(rows -> rows(made, rows));
    }

    private static String rows(Transplant made, TransplantedRows rows) {
        return Printable.line(
                "of %s: %s kept, %s computed (%s, k = %d), %s without a token"
                        .formatted(
                                made.donor().describe(),
                                Quantity.count(rows.kept(), "row"),
                                Quantity.count(rows.computed(), "row"),
                                made.method().word(),
                                made.most(),
                                Quantity.count(rows.padded(), "row")));
    }
}
