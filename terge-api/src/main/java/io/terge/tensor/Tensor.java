package io.terge.tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * A lazy view of a parameter's numbers: nothing is read until asked for, and then only the part
 * asked for.
 *
 * <p>A tensor is often a view over others (a scaled one, a base plus a low-rank update, a gathered
 * row); such a one has no {@linkplain #bytes() bytes} of its own and overrides {@link #read} alone.
 * Implementations are safe for use by several threads at once.
 *
 * @since 0.1
 */
public interface Tensor {

    /** The parameter's header. */
    ParameterSpec spec();

    /**
     * Reads consecutive elements in row-major order.
     *
     * @param index the first element to read, 0 to the number of elements
     * @param into where the values go
     * @param from the first place in {@code into} to fill
     * @param count how many elements to read
     * @throws IOException if the storage cannot be read
     * @throws IndexOutOfBoundsException if the range is not within the tensor or the array
     */
    void read(long index, double[] into, int from, int count) throws IOException;

    /**
     * The stored elements, where this tensor is stored as it is: in memory or in a file. Empty for
     * a computed tensor.
     */
    default Optional<StoredBytes> bytes() {
        return Optional.empty();
    }

    /**
     * Returns a tensor over stored bytes.
     *
     * @param spec the header; elements of a type that is not {@linkplain DType#isFloating()
     *     floating} have bytes but cannot be {@linkplain #read read}
     * @param bytes exactly {@link ParameterSpec#byteSize()} bytes
     * @throws IllegalArgumentException if the sizes differ
     */
    static Tensor stored(ParameterSpec spec, StoredBytes bytes) {
        return new StoredTensor(spec, bytes);
    }

    /** As {@link #stored(ParameterSpec, StoredBytes)}, over bytes in memory. */
    static Tensor stored(ParameterSpec spec, MemorySegment bytes) {
        return stored(spec, StoredBytes.of(bytes));
    }
}
