package io.terge.engine.plan.layout;

import io.terge.api.Operand;
import io.terge.engine.plan.named.NamedModel;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a model has of an output parameter.
 *
 * @param model the model
 * @param stored the parameter as it stores it
 * @param rows which of its rows
 */
public record Piece(NamedModel model, ParameterSpec stored, RowMap rows) {

    /** This piece as an operand that is not weighted. */
    public Operand operand() {
        return operand(1, Map.of());
    }

    /** This piece as an operand. */
    public Operand operand(double weight, Map<String, String> options) {
        return new Operand(
                model.place(),
                stored,
                rows,
                model.footprint(stored),
                weight,
                new TreeMap<>(options));
    }
}
