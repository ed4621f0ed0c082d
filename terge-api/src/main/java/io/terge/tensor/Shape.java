package io.terge.tensor;

import java.util.Arrays;
import java.util.List;

/**
 * The dimensions of a parameter, outermost first; a scalar has no dimensions and one element.
 * Immutable.
 *
 * @since 0.1
 */
public final class Shape {

    private final long[] dimensions;
    private final long elements;

    private Shape(long[] dimensions) {
        this.dimensions = dimensions;
        this.elements = count(dimensions);
    }

    /**
     * Returns the shape with these dimensions.
     *
     * @param dimensions sizes, outermost first, each 0 or more
     * @throws IllegalArgumentException if a dimension is negative, or the number of elements
     *     exceeds a {@code long}
     */
    public static Shape of(long... dimensions) {
        return new Shape(dimensions.clone());
    }

    /** The number of dimensions; 0 for a scalar. */
    public int rank() {
        return dimensions.length;
    }

    /**
     * The size of one dimension.
     *
     * @param axis 0 (outermost) to {@link #rank()} - 1
     */
    public long dimension(int axis) {
        return dimensions[axis];
    }

    /** All dimensions, outermost first. */
    public List<Long> dimensions() {
        return Arrays.stream(dimensions).boxed().toList();
    }

    /** The number of elements: the product of all dimensions, 1 for a scalar. */
    public long elements() {
        return elements;
    }

    private static long count(long[] dimensions) {
        // A zero anywhere makes the product zero, whatever the rest: check it before multiplying.
        boolean empty = false;
        for (long dimension : dimensions) {
            if (dimension < 0) {
                throw new IllegalArgumentException(
                        "A dimension must not be negative: " + Arrays.toString(dimensions));
            }
            empty |= dimension == 0;
        }
        if (empty) {
            return 0;
        }
        long product = 1;
        for (long dimension : dimensions) {
            try {
                product = Math.multiplyExact(product, dimension);
            } catch (ArithmeticException overflow) {
                throw new IllegalArgumentException(
                        "The number of elements exceeds 64 bits: " + Arrays.toString(dimensions),
                        overflow);
            }
        }
        return product;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(dimensions, shape.dimensions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dimensions);
    }

    /** Returns a text such as {@code [768, 3072]}. */
    @Override
    public String toString() {
        return Arrays.toString(dimensions);
    }
}
