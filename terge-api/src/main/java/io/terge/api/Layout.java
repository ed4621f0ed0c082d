package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;

import java.util.List;

/**
 * The parameters of the output, and the pieces of models that each one is made from.
 *
 * @since 0.1
 */
public sealed interface Layout {

    /** The parameters of the base; each is made from the parameters with its name and shape. */
    record OfBase() implements Layout {}

    /**
     * An explicit list of all parameters, in the order of the output.
     *
     * @param parameters the parameters, with distinct names
     */
    record Given(List<Entry> parameters) implements Layout {

        public Given {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A parameter of the output. A single piece is copied; several are merged, by the request's
     * rules for the output's name. The piece of the base, if there is one, is the base of the
     * method.
     *
     * @param output the parameter to write
     * @param pieces what it is made from: one or more, at most one per model
     */
    record Entry(ParameterSpec output, List<Piece> pieces) {

        /**
         * @throws IllegalArgumentException if there is no piece
         */
        public Entry {
            requireNonNull(output, "output");
            pieces = List.copyOf(pieces);
            if (pieces.isEmpty()) {
                throw new IllegalArgumentException("'" + output.name() + "' has no pieces");
            }
        }
    }

    /**
     * Some rows of a model's parameter.
     *
     * @param model the model: an index or the base
     * @param name the name of a parameter, after the request's renames
     * @param rows the rows to take
     */
    record Piece(ModelScope model, String name, RowMap rows) {

        /**
         * @throws IllegalArgumentException if the model is {@link ModelScope.All}
         */
        public Piece {
            requireNonNull(name, "name");
            requireNonNull(rows, "rows");
            if (model instanceof ModelScope.All) {
                throw new IllegalArgumentException("A piece must name one model, not all");
            }
        }
    }

    /** Returns the layout of the base. */
    static Layout ofBase() {
        return new OfBase();
    }
}
