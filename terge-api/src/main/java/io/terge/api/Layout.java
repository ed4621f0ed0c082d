package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;

import java.util.List;

/**
 * Which parameters the output has, and from which pieces of which models each is made.
 *
 * @since 0.1
 */
public sealed interface Layout {

    /** The parameters of the base; each is made from the parameters of that name and shape. */
    record OfBase() implements Layout {}

    /**
     * All parameters by name, in the order of the output.
     *
     * @param parameters the parameters, each name once
     */
    record Given(List<Entry> parameters) implements Layout {

        public Given {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A parameter of the output. With one piece it is that piece; with more it is merged, as the
     * request's rules say of its name. What a method needs of the base it takes from the piece of
     * the base, if there is one.
     *
     * @param output the parameter as it is written
     * @param pieces what it is made from: one or more, one of a model at most
     */
    record Entry(ParameterSpec output, List<Piece> pieces) {

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if there is no piece
         */
        public Entry {
            requireNonNull(output, "output");
            pieces = List.copyOf(pieces);
            if (pieces.isEmpty()) {
                throw new IllegalArgumentException("'" + output.name() + "' is made from nothing");
            }
        }
    }

    /**
     * What an output parameter takes from a model.
     *
     * @param model the model: an index or the base
     * @param name the name of a parameter, after the request's renames
     * @param rows which of its rows
     */
    record Piece(ModelScope model, String name, RowMap rows) {

        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if all models are meant
         */
        public Piece {
            requireNonNull(name, "name");
            requireNonNull(rows, "rows");
            if (model instanceof ModelScope.All) {
                throw new IllegalArgumentException("A piece is of one model");
            }
        }
    }

    /** Returns the layout of the base. */
    static Layout ofBase() {
        return new OfBase();
    }
}
