package io.terge.tensor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Selects rows of a stored parameter. Rows are those of the first dimension; a scalar is one row.
 * Row maps serve for slices of fused parameters, for vocabularies in different orders, and for rows
 * that a model lacks. Immutable.
 *
 * @since 0.1
 */
public sealed interface RowMap {

    /** All rows, in order. */
    record Identity() implements RowMap {}

    /**
     * Consecutive rows.
     *
     * @param first the first row, from 0
     * @param count the number of rows
     */
    record Range(long first, long count) implements RowMap {

        /**
         * @throws IllegalArgumentException if an argument is negative
         */
        public Range {
            if (first < 0 || count < 0) {
                throw new IllegalArgumentException(
                        "A range of rows must not be negative, but was %d rows from %d"
                                .formatted(count, first));
            }
        }
    }

    /**
     * Rows in any order, possibly several times.
     *
     * @param rows the stored row of each output row, from 0
     */
    record Gather(List<Long> rows) implements RowMap {

        /**
         * @throws IllegalArgumentException if a row is negative
         */
        public Gather {
            rows = List.copyOf(rows);
            checkRows(rows.stream());
        }
    }

    /**
     * Means of rows: each output row is the mean of some stored rows, computed in {@code double};
     * the mean of no rows is zero.
     *
     * @param rows the stored rows of each output row, from 0
     */
    record Mean(List<List<Long>> rows) implements RowMap {

        /**
         * @throws IllegalArgumentException if a row is negative
         */
        public Mean {
            rows = rows.stream().map(List::copyOf).toList();
            checkRows(rows.stream().flatMap(List::stream));
        }
    }

    /** Returns the map of all rows. */
    static RowMap all() {
        return new Identity();
    }

    /** Whether this is the map of all rows. */
    default boolean isIdentity() {
        return this instanceof Identity;
    }

    /**
     * Returns the shape of the selected rows.
     *
     * @throws IllegalArgumentException if a selected row is out of range
     */
    default Shape of(Shape stored) {
        long held = rowsOf(stored);
        long last =
                switch (this) {
                    case Identity all -> held - 1;
                    case Range(long first, long count) ->
                            first <= Long.MAX_VALUE - count ? first + count - 1 : Long.MAX_VALUE;
                    case Gather gather -> last(gather.rows().stream());
                    case Mean mean -> last(mean.rows().stream().flatMap(List::stream));
                };
        if (last >= held) {
            throw new IllegalArgumentException(
                    "Row %d is out of range; shape %s has %d rows".formatted(last, stored, held));
        }
        return switch (this) {
            case Identity all -> stored;
            case Range range -> withRows(stored, range.count());
            case Gather gather -> withRows(stored, gather.rows().size());
            case Mean mean -> withRows(stored, mean.rows().size());
        };
    }

    /**
     * Returns the number of stored rows that are read; a row that is used several times counts as
     * often.
     *
     * @param stored the shape of the stored parameter
     */
    default long rowsRead(Shape stored) {
        return switch (this) {
            case Identity all -> rowsOf(stored);
            case Range range -> range.count();
            case Gather gather -> gather.rows().size();
            case Mean mean -> mean.rows().stream().mapToLong(List::size).sum();
        };
    }

    /**
     * Why an output parameter cannot be made from these rows of a stored one; empty where it can.
     *
     * @param stored the stored parameter
     * @param output the output parameter
     */
    default Optional<String> misfit(ParameterSpec stored, ParameterSpec output) {
        boolean areBytes = !stored.dtype().isFloating() || !output.dtype().isFloating();
        if (areBytes && !stored.dtype().equals(output.dtype())) {
            return Optional.of("%s can only be copied unchanged".formatted(stored.dtype()));
        }
        if (areBytes && !haveBytes(stored)) {
            return Optional.of("these rows of %s cannot be copied".formatted(stored.dtype()));
        }
        Shape shape;
        try {
            shape = of(stored.shape());
        } catch (IllegalArgumentException outOfRange) {
            return Optional.of(String.valueOf(outOfRange.getMessage()));
        }
        if (!shape.equals(output.shape())) {
            return Optional.of("expected shape %s, got %s".formatted(output.shape(), shape));
        }
        return areBytes && !output.dtype().hasKnownSize() && !haveSize(stored, output)
                ? Optional.of(
                        "%d bytes are not those of its rows, which are of %d bytes"
                                .formatted(output.byteSize(), stored.byteSize()))
                : Optional.empty();
    }

    // A mean needs numbers, and a row that does not end at a byte cannot be taken out.
    private boolean haveBytes(ParameterSpec stored) {
        long held = rowsOf(stored.shape());
        return isIdentity()
                || !(this instanceof Mean) && (held == 0 || stored.byteSize() % held == 0);
    }

    private static boolean haveSize(ParameterSpec stored, ParameterSpec output) {
        long held = rowsOf(stored.shape());
        long rows = rowsOf(output.shape());
        if (held == rows) {
            return stored.byteSize() == output.byteSize();
        }
        return rows == 0
                ? output.byteSize() == 0
                : output.byteSize() % rows == 0
                        && output.byteSize() / rows == stored.byteSize() / held;
    }

    /** Returns the number of rows of a shape: its first dimension, or 1 for a scalar. */
    static long rowsOf(Shape shape) {
        return shape.rank() == 0 ? 1 : shape.dimension(0);
    }

    private static long last(Stream<Long> rows) {
        return rows.mapToLong(Long::longValue).max().orElse(-1);
    }

    private static Shape withRows(Shape stored, long rows) {
        if (stored.rank() == 0) {
            return Shape.of(rows);
        }
        long[] dimensions = stored.dimensions().stream().mapToLong(Long::longValue).toArray();
        dimensions[0] = rows;
        return Shape.of(dimensions);
    }

    private static void checkRows(Stream<Long> rows) {
        rows.filter(row -> row < 0)
                .findFirst()
                .ifPresent(
                        row -> {
                            throw new IllegalArgumentException(
                                    "A row must not be negative, but was " + row);
                        });
    }
}
