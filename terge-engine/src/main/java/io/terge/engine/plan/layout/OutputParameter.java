package io.terge.engine.plan.layout;

import io.terge.api.Action.Layer;
import io.terge.tensor.ParameterSpec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A parameter of the output, and what it could be made from.
 *
 * @param spec the parameter under the output's name
 * @param layer the layer that it belongs to
 * @param inputs what the models of the request have of it, in their order
 * @param base what the base has of it
 * @param fallback what it is where it is not merged
 * @param origin why the output has it
 * @param slice the slice of the layout that it belongs to, from 0
 */
public record OutputParameter(
        ParameterSpec spec,
        Optional<Layer> layer,
        List<Piece> inputs,
        Optional<Piece> base,
        Piece fallback,
        Origin origin,
        OptionalInt slice) {

    public OutputParameter {
        inputs = List.copyOf(inputs);
    }

    OutputParameter(
            ParameterSpec spec,
            Optional<Layer> layer,
            List<Piece> inputs,
            Optional<Piece> base,
            Piece fallback,
            Origin origin) {
        this(spec, layer, inputs, base, fallback, origin, OptionalInt.empty());
    }

    /** Whether a layout names its pieces. */
    public boolean isGiven() {
        return origin == Origin.GIVEN;
    }

    /** Why the output has a parameter. */
    public enum Origin {
        /** The base has it. */
        BASE,
        /** The base has it as an alias of another one, and a model has it as its own. */
        ALIAS,
        /** A layout names its pieces. */
        GIVEN
    }
}
