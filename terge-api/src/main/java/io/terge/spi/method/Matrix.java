package io.terge.spi.method;

import static java.util.Objects.requireNonNull;

/**
 * A whole tensor as a matrix.
 *
 * @param rows the size of the tensor's first dimension; 1 if it has fewer than two
 * @param columns the product of its other dimensions, or the number of its elements
 * @param values all elements, row by row: {@code rows * columns} of them; its holder may change
 *     them
 * @since 0.1
 */
public record Matrix(int rows, int columns, double[] values) {

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if the values do not fill rows and columns exactly
     */
    public Matrix {
        requireNonNull(values, "values");
        if (rows < 0 || columns < 0 || (long) rows * columns != values.length) {
            throw new IllegalArgumentException(
                    "%d rows of %d are not %d values".formatted(rows, columns, values.length));
        }
    }
}
