package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an output parameter is made from: rows of a stored parameter of a model.
 *
 * @param model the model's place in {@link MergePlan#models()}
 * @param stored the parameter as the model stores it, under the model's own name for it
 * @param rows which of its rows
 * @param footprint what reading all of it takes
 * @param weight its weight: a share of 1 where the method's weights are relative
 * @param options the values of the method's options per model, by name
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
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /** The shape of what it gives: that of its rows. */
    public Shape shape() {
        return rows.of(stored.shape());
    }

    /**
     * How many bytes are read to load it once: of the whole parameter's, the share of the rows that
     * are read, each as often as it is needed.
     */
    public long bytesRead() {
        long held = RowMap.rowsOf(stored.shape());
        return rows.isIdentity() || held == 0
                ? footprint.bytesRead()
                : Math.round((double) footprint.bytesRead() / held * rows.rowsRead(stored.shape()));
    }
}
