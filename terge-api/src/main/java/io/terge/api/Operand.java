package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;

import java.util.SortedMap;

/**
 * Some rows of a model's stored parameter, as a source of an output parameter.
 *
 * @param model the model's index in {@link MergePlan#models()}
 * @param stored the parameter as the model stores it, under its name before renames
 * @param rows the rows that are used
 * @param footprint the cost of reading the whole parameter
 * @param weight its weight; normalised to a sum of 1 unless the method's weights are absolute
 * @param options the values of the method's per-model options, by name
 * @since 0.1
 */
public record Operand(
        int model,
        ParameterSpec stored,
        RowMap rows,
        Footprint footprint,
        double weight,
        SortedMap<String, String> options) {

    public Operand {
        requireNonNull(stored, "stored");
        requireNonNull(rows, "rows");
        requireNonNull(footprint, "footprint");
        options = SortedCopy.of(options);
    }

    /** The shape of the selected rows. */
    public Shape shape() {
        return rows.of(stored.shape());
    }

    /**
     * The number of bytes that are read to load it once, in proportion to the rows that are used; a
     * row that is used several times counts as often.
     */
    public long bytesRead() {
        long held = RowMap.rowsOf(stored.shape());
        return rows.isIdentity() || held == 0
                ? footprint.bytesRead()
                : Math.round((double) footprint.bytesRead() / held * rows.rowsRead(stored.shape()));
    }
}
