package io.terge.tensor;

import static java.util.Objects.requireNonNull;

/**
 * A parameter's header: what is known before its weights are read.
 *
 * @param name the parameter's full name, e.g. {@code "encoder.layer.0.output.dense.weight"}
 * @param dtype the storage type
 * @param shape the dimensions
 * @param byteSize the size of the stored elements in bytes
 * @since 0.1
 */
public record ParameterSpec(String name, DType dtype, Shape shape, long byteSize) {

    /**
     * @throws IllegalArgumentException if the size is negative, or does not match a type of known
     *     size and the shape
     */
    public ParameterSpec {
        requireNonNull(name, "name");
        if (byteSize < 0) {
            throw new IllegalArgumentException(
                    "'" + name + "' must not have a negative size, but has " + byteSize);
        }
        if (dtype.hasKnownSize() && byteSize != bytesOf(name, dtype, shape)) {
            throw new IllegalArgumentException(
                    "'%s' is %s %s: expected %d bytes, got %d"
                            .formatted(name, dtype, shape, bytesOf(name, dtype, shape), byteSize));
        }
    }

    /**
     * Returns the specification of a parameter whose type has a known size.
     *
     * @throws IllegalArgumentException if the type's size is unknown, the elements do not fill
     *     whole bytes, or the size exceeds a {@code long}
     */
    public static ParameterSpec of(String name, DType dtype, Shape shape) {
        if (!dtype.hasKnownSize()) {
            throw new IllegalArgumentException(
                    "The size of type " + dtype + " is unknown; specify the size in bytes");
        }
        return new ParameterSpec(name, dtype, shape, bytesOf(name, dtype, shape));
    }

    /** The number of elements. */
    public long elements() {
        return shape.elements();
    }

    /**
     * Returns this parameter stored in another type.
     *
     * @param other a type of known size
     */
    public ParameterSpec as(DType other) {
        return other.equals(dtype) ? this : of(name, other, shape);
    }

    /** Returns this parameter under another name. */
    public ParameterSpec named(String other) {
        return other.equals(name) ? this : new ParameterSpec(other, dtype, shape, byteSize);
    }

    private static long bytesOf(String name, DType dtype, Shape shape) {
        try {
            if (dtype.bits() % Byte.SIZE == 0) {
                return Math.multiplyExact(shape.elements(), (long) dtype.bits() / Byte.SIZE);
            }
            long bits = Math.multiplyExact(shape.elements(), (long) dtype.bits());
            if (bits % Byte.SIZE != 0) {
                throw new IllegalArgumentException(
                        "'%s' is %s %s, which does not fill whole bytes"
                                .formatted(name, dtype, shape));
            }
            return bits / Byte.SIZE;
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException(
                    "'%s' is %s %s, whose size exceeds 64 bits".formatted(name, dtype, shape),
                    overflow);
        }
    }

    /** Returns a text such as {@code head.weight BF16 [768, 2]}. */
    @Override
    public String toString() {
        return name + " " + dtype + " " + shape;
    }
}
