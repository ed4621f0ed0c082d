package io.terge.hf.vocabulary.view;

import io.terge.tensor.Shape;

import java.util.stream.LongStream;

/**
 * Where a parameter has a row for each token: usually along its first axis, but some biases have an
 * axis of length 1 before it. Their elements are in the same order.
 */
enum RowAxis {
    FIRST,
    SECOND;

    /** The axis of a parameter of a model with this number of rows. */
    static RowAxis of(Shape shape, long rows) {
        boolean isSecond =
                shape.rank() == 2
                        && shape.dimension(0) == 1
                        && shape.dimension(0) != rows
                        && shape.dimension(1) == rows;
        return isSecond ? SECOND : FIRST;
    }

    /** How many rows there are. */
    long rows(Shape shape) {
        return shape.rank() > ordinal() ? shape.dimension(ordinal()) : 0;
    }

    /** The shape with another number of rows. */
    Shape with(Shape shape, long rows) {
        return Shape.of(
                LongStream.range(0, shape.rank())
                        .map(axis -> axis == ordinal() ? rows : shape.dimension((int) axis))
                        .toArray());
    }

    /** How many elements there are in a row. */
    long elements(Shape shape) {
        return LongStream.range(ordinal() + 1, shape.rank())
                .map(axis -> shape.dimension((int) axis))
                .reduce(1, (left, right) -> left * right);
    }
}
