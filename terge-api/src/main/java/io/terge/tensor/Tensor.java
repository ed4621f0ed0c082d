package io.terge.tensor;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;

/**
 * A lazy view of a parameter's elements: nothing is read until a chunk is loaded, and then only
 * that chunk.
 *
 * <p>A tensor may be computed from others (scaled, a base plus a low-rank update, gathered rows).
 * It then has no {@linkplain #bytes() bytes}; it loads what it needs and computes when it is
 * decoded. Safe for use by several threads at once.
 *
 * @since 0.1
 */
public interface Tensor {

    /** The parameter's header. */
    ParameterSpec spec();

    /**
     * Loads consecutive elements, in row-major order. All I/O happens here.
     *
     * @param start the index of the first element
     * @param count the number of elements
     * @param scratch memory for the bytes that are read; valid as long as the part is used
     * @return the elements, for use by the calling thread until it loads its next chunk
     * @throws IOException if the storage cannot be read
     * @throws IndexOutOfBoundsException if the range is not within the tensor
     */
    Part load(long start, int count, Scratch scratch) throws IOException;

    /**
     * Loaded elements. Used by one thread, which may decode them in any order and more than once.
     */
    interface Part {

        /**
         * Decodes consecutive elements exactly. Must not do I/O.
         *
         * @param at the index of the first element, from the start of the part
         * @param into receives the values
         * @param from the index in {@code into} of the first value
         * @param count the number of elements
         */
        void decode(int at, double[] into, int from, int count);

        /**
         * The stored elements, of the type in the tensor's header: little-endian, without gaps, in
         * native memory. Enables the engine's fastest kernels; empty, the default, if the elements
         * are computed or elsewhere.
         */
        default Optional<MemorySegment> stored() {
            return Optional.empty();
        }
    }

    /**
     * The stored elements, of the type and size in the header. Required if the type is not
     * {@linkplain DType#isFloating() floating}; empty, the default, for a computed tensor.
     */
    default Optional<StoredBytes> bytes() {
        return Optional.empty();
    }

    /**
     * Reads consecutive elements in row-major order. Convenient for tests and small tensors; it
     * allocates memory, which {@link #load} leaves to the caller.
     *
     * @param index the index of the first element
     * @param into receives the values
     * @param from the index in {@code into} of the first value
     * @param count the number of elements
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

    /** Returns a tensor over bytes in memory; see {@link #stored(ParameterSpec, StoredBytes)}. */
    static Tensor stored(ParameterSpec spec, MemorySegment bytes) {
        return stored(spec, StoredBytes.of(bytes));
    }
}
