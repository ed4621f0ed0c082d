package io.terge.engine.kernel;

import io.terge.tensor.DType;

import java.lang.foreign.MemorySegment;

/**
 * The loops over numbers, for one thread at a time.
 *
 * <p>All kernels give the same bits, whatever the number of elements and wherever they lie. But
 * which NaN a result is, where it is one, may differ until it is encoded.
 *
 * <p>Types are {@linkplain DType#isFloating() floating} ones; stored elements are little-endian and
 * need not be aligned. Every method throws {@link IllegalArgumentException} for another type, and
 * {@link IndexOutOfBoundsException} if the number of elements is negative or more than the kernel
 * was made for, or if they go beyond the memory or the array.
 */
public interface Kernel {

    /**
     * Turns stored elements into numbers, exactly.
     *
     * @param type how the elements are stored
     * @param bytes the memory
     * @param offset where the first element starts, in bytes
     * @param into where the numbers go, from the first place on; the places behind them are kept
     * @param count how many
     */
    void decode(DType type, MemorySegment bytes, long offset, double[] into, int count);

    /**
     * Stores numbers, rounded once, as {@link io.terge.tensor.ElementCodec} says.
     *
     * @param type how to store them
     * @param values the numbers
     * @param count how many of them, from the first on
     * @param bytes the memory; what lies beside the elements is kept
     * @param offset where the first element goes, in bytes
     */
    void encode(DType type, double[] values, int count, MemorySegment bytes, long offset);

    /**
     * Whether all stored elements are finite: none is NaN or infinite.
     *
     * @param type how the elements are stored
     * @param bytes the memory
     * @param offset where the first element starts, in bytes
     * @param count how many
     */
    boolean areFinite(DType type, MemorySegment bytes, long offset, int count);

    /**
     * Begins a linear combination: the first term's products, to which those of each further term
     * are added in the order of the calls of {@code add}. Every product and every sum is a {@code
     * double} operation of its own, never a fused multiply-add, and no zero is added to the first
     * product.
     *
     * @param count how many elements each term has
     */
    void start(int count);

    /**
     * Begins the base and a linear combination of task vectors. Each term is the base less the
     * numbers that are added, multiplied by the coefficient; the terms are added to 0 in the order
     * of the calls of {@code add}, and their sum is taken from the base. Every operation is a
     * {@code double} operation of its own.
     *
     * @param base the base; must not change until {@link #sum}
     * @param count how many elements it and each term has
     */
    void startTaskVectors(double[] base, int count);

    /**
     * Adds a term of stored elements. They may be read as late as in {@link #sum}, and must not
     * change until then.
     *
     * @param coefficient what each element is multiplied by
     * @param type how the elements are stored
     * @param bytes the memory
     * @param offset where the first element starts, in bytes
     */
    void add(double coefficient, DType type, MemorySegment bytes, long offset);

    /**
     * Adds a term of numbers.
     *
     * @param coefficient what each number is multiplied by
     * @param values the numbers, as many as said at the start or more
     */
    void add(double coefficient, double[] values);

    /**
     * The sum of the terms since the start, in the first places of an array of the kernel's own. It
     * holds until the next start; the caller may change it.
     *
     * @throws IllegalStateException if there is no term; task vectors need none
     */
    double[] sum();

    /**
     * Adds the inner products of vectors, each with itself and all that follow it.
     *
     * <p>For each pair there are 16 partial sums, which are 0 at first. The product of the numbers
     * at place {@code e} goes to partial sum {@code e % 16}, in the order of the places, by a
     * {@code double} multiplication and a {@code double} addition. Then partial sum {@code l}
     * becomes the sum of {@code l} and {@code l + 8} for {@code l < 8}, of {@code l} and {@code l +
     * 4} for {@code l < 4}, of {@code l} and {@code l + 2} for {@code l < 2}, of 0 and 1; the last
     * one is added to the result.
     *
     * @param vectors the vectors
     * @param count how many elements of each, from the first on
     * @param sums what to add to: the pairs (0, 0), (0, 1), ... (0, n-1), (1, 1), ... (n-1, n-1)
     */
    void products(double[][] vectors, int count, double[] sums);
}
