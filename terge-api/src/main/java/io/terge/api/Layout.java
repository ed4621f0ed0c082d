package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;

import java.util.List;
import java.util.Optional;

/**
 * The parameters of the output, and the pieces of models that each one is made from.
 *
 * @since 0.1
 */
public sealed interface Layout {

    /** The parameters of the base; each is made from the parameters with its name and shape. */
    record OfBase() implements Layout {}

    /**
     * The parameters of the base, put together from models that are parts of the output: each
     * parameter is made from the models that have it, and what none has is copied from the base.
     * Every parameter of a model must be one of the base's, in its shape.
     */
    record Parts() implements Layout {}

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
     * Slices: layers of the output that are layers of the models, in an order of their own. The
     * layers of the output are numbered through all slices; those of a slice are made from the
     * layers of its sources at the same place of their ranges. What belongs to no layer comes from
     * the sources of the first slice if it is an embedding, else from those of the last slice.
     *
     * @param slices one or more
     */
    record Slices(List<Slice> slices) implements Layout {

        /**
         * @throws IllegalArgumentException if there is no slice
         */
        public Slices {
            slices = List.copyOf(slices);
            if (slices.isEmpty()) {
                throw new IllegalArgumentException("A layout of slices must have a slice");
            }
        }
    }

    /**
     * Consecutive layers of the output. Gradients of settings run over the layers of a slice.
     *
     * @param sources the layers that they are made from; all of the same number
     * @param base the base of these layers; empty for that of the request
     * @param settings weights and options of their parameters, tried before those of the request
     */
    record Slice(List<Source> sources, Optional<ModelScope> base, List<Setting> settings) {

        /**
         * @throws IllegalArgumentException if there is no source
         */
        public Slice {
            sources = List.copyOf(sources);
            requireNonNull(base, "base");
            settings = List.copyOf(settings);
            if (sources.isEmpty()) {
                throw new IllegalArgumentException("A slice must have a source");
            }
        }
    }

    /**
     * Consecutive layers of a model.
     *
     * @param model the model: an index or the base
     * @param first the first layer, from 0
     * @param end the layer after the last
     */
    record Source(ModelScope model, int first, int end) {

        /**
         * @throws IllegalArgumentException if the model is {@link ModelScope.All}, or the range is
         *     empty
         */
        public Source {
            if (model instanceof ModelScope.All) {
                throw new IllegalArgumentException("A source must name one model, not all");
            }
            if (first < 0 || end <= first) {
                throw new IllegalArgumentException(
                        "Expected layers from 0, at least one, got %d to %d".formatted(first, end));
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
