package io.terge.tensor;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;

/**
 * A lazy view of a parameter's numbers: nothing is read until a chunk is loaded, and then only that
 * chunk.
 *
 * <p>A tensor is often a view over others (a scaled one, a base plus a low-rank update, gathered
 * rows); such a one has no {@linkplain #bytes() bytes} of its own: it loads what it needs and
 * computes when it is decoded. Implementations are safe for use by several threads at once.
 *
 * @since 0.1
 */
public interface Tensor {

    /** The parameter's header. */
    ParameterSpec spec();

    /**
     * Loads consecutive elements, in row-major order: all input and output that they need happens
     * here.
     *
     * @param start the first element, 0 to the number of elements
     * @param count how many
     * @param scratch where bytes that are read can go; what is taken from it is good for as long as
     *     the part is used
     * @return the elements, for use by the calling thread until its next chunk
     * @throws IOException if the storage cannot be read
     * @throws IndexOutOfBoundsException if the range is not within the tensor
     */
    Part load(long start, int count, Scratch scratch) throws IOException;

    /** Elements that have been loaded. Used by one thread, in any order and more than once. */
    interface Part {

        /**
         * Decodes consecutive elements to numbers, exactly. Must not read from storage.
         *
         * @param at the first element, counted from the start of the part
         * @param into where the numbers go
         * @param from the first place in {@code into} to fill
         * @param count how many
         */
        void decode(int at, double[] into, int from, int count);

        /**
         * The elements as stored in the type of the tensor's header: little-endian, without gaps,
         * in memory off the heap. Whoever has them lets the engine use its fastest loops; empty
         * where they are elsewhere or computed.
         */
        default Optional<MemorySegment> stored() {
            return Optional.empty();
        }
    }

    /**
     * The stored elements, where this tensor is stored as its header says: in memory or in a file.
     * A tensor whose type is not {@linkplain DType#isFloating() floating} has them; empty for a
     * computed one.
     */
    default Optional<StoredBytes> bytes() {
        return Optional.empty();
    }

    /**
     * Reads consecutive elements in row-major order, at once. For tests and small tensors: {@link
     * #load} leaves the memory to the caller.
     *
     * @param index the first element to read, 0 to the number of elements
     * @param into where the numbers go
     * @param from the first place in {@code into} to fill
     * @param count how many elements to read
     * @throws IOException if the storage cannot be read
     * @throws IndexOutOfBoundsException if the range is not within the tensor or the array
     */
    default void read(long index, double[] into, int from, int count) throws IOException {
        Objects.checkFromIndexSize(index, count, spec().elements());
        Objects.checkFromIndexSize(from, count, into.length);
        int most = 1 << 16; // So that the memory does not depend on the count.
        int length;
        for (int done = 0; done < count; done += length) {
            length = Math.min(most, count - done);
            try (Arena arena = Arena.ofConfined()) {
                load(index + done, length, bytes -> arena.allocate(bytes, 64))
                        .decode(0, into, from + done, length);
            }
        }
    }

    /**
     * Returns a tensor over stored bytes.
     *
     * @param spec the header; elements of a type that is not {@linkplain DType#isFloating()
     *     floating} have bytes but cannot be {@linkplain #load loaded}
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
