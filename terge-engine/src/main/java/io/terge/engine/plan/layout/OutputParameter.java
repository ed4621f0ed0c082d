package io.terge.engine.plan.layout;

import io.terge.api.Action.Layer;
import io.terge.tensor.ParameterSpec;

import java.util.List;
import java.util.Optional;

/**
 * A parameter of the output, and what it could be made from.
 *
 * @param spec the parameter under the output's name
 * @param layer the layer that it belongs to
 * @param inputs what the models of the request have of it, in their order
 * @param base what the base has of it
 * @param fallback what it is where it is not merged
 * @param isGiven whether a layout names its pieces
 */
public record OutputParameter(
        ParameterSpec spec,
        Optional<Layer> layer,
        List<Piece> inputs,
        Optional<Piece> base,
        Piece fallback,
        boolean isGiven) {

    public OutputParameter {
        inputs = List.copyOf(inputs);
    }
}
