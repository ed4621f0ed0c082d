package io.terge.spi.method;

import static java.util.Objects.requireNonNull;

/**
 * A whole tensor as a matrix in row-major order.
 *
 * @since 0.1
 */
public final class Matrix {

    private final int rows;
    private final int columns;
    private final double[] values;

    private Matrix(int rows, int columns, double[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /**
     * Returns a matrix backed by an array.
     *
     * @param rows the number of rows
     * @param columns the number of columns
     * @param values all elements, row by row; not copied
     * @throws IllegalArgumentException if the number of values is not {@code rows * columns}
     */
    public static Matrix of(int rows, int columns, double[] values) {
        requireNonNull(values, "values");
        if (rows < 0 || columns < 0 || (long) rows * columns != values.length) {
            throw new IllegalArgumentException(
                    "Expected %d rows of %d values, got %d values"
                            .formatted(rows, columns, values.length));
        }
        return new Matrix(rows, columns, values);
    }

    /** The size of the tensor's first dimension; 1 if it has fewer than two dimensions. */
    public int rows() {
        return rows;
    }

    /**
     * The product of the tensor's other dimensions; the number of its elements if it has fewer than
     * two dimensions.
     */
    public int columns() {
        return columns;
    }

    /** All elements, row by row. Not a copy: the array may be changed. */
    public double[] values() {
        return values;
    }
}
