package io.terge.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where the row of a token comes from.
 *
 * @param source the row; empty for the row that a model without the token gets by default, which is
 *     zero if no model has it
 * @param forced whether models that have the token get this row, too
 * @since 0.1
 */
public record TokenRule(Optional<Source> source, boolean forced) {

    public TokenRule {
        requireNonNull(source, "source");
    }

    /** Where a row comes from. */
    public sealed interface Source {

        /** The model whose row it is, if it is a model's. */
        default Optional<ModelReference> model() {
            return switch (this) {
                case Zero zero -> Optional.empty();
                case SameToken(ModelReference from) -> Optional.of(from);
                case OtherToken(ModelReference from, String token) -> Optional.of(from);
                case Row(ModelReference from, int row) -> Optional.of(from);
            };
        }
    }

    /** A row of zeros. */
    public record Zero() implements Source {}

    /**
     * A model's row of the token.
     *
     * @param from the model, which need not be one of those that are merged
     */
    public record SameToken(ModelReference from) implements Source {}

    /**
     * A model's row of another token.
     *
     * @param from the model, which need not be one of those that are merged
     * @param token the token
     */
    public record OtherToken(ModelReference from, String token) implements Source {}

    /**
     * A row of a model by its index.
     *
     * @param from the model, which need not be one of those that are merged
     * @param row the index
     */
    public record Row(ModelReference from, int row) implements Source {

        /**
         * @throws IllegalArgumentException if the index is negative
         */
        public Row {
            if (row < 0) {
                throw new IllegalArgumentException("The row %d is negative".formatted(row));
            }
        }
    }
}
