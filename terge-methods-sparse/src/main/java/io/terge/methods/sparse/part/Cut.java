package io.terge.methods.sparse.part;

import java.util.Arrays;

/**
 * Separates the elements of largest magnitude from the others: those above a magnitude, and of
 * those that equal it the first.
 *
 * @param magnitude the smallest magnitude that is kept
 * @param last the index of the last element of this magnitude that is kept; -1 for none
 * @since 0.1
 */
public record Cut(double magnitude, long last) {

    /** Returns the cut that keeps every element. */
    public static Cut all() {
        return new Cut(0, Long.MAX_VALUE);
    }

    /** Returns the cut that keeps no element. */
    public static Cut none() {
        return new Cut(Double.POSITIVE_INFINITY, -1);
    }

    /** Whether it keeps no element. */
    public boolean isNone() {
        return magnitude == Double.POSITIVE_INFINITY && last < 0;
    }

    /** Whether it keeps every element. */
    public boolean isAll() {
        return magnitude == 0 && last == Long.MAX_VALUE;
    }

    /** Whether an element is kept; a NaN counts as larger than all numbers. */
    public boolean keeps(double value, long index) {
        double size = Math.abs(value);
        return !(size <= magnitude) ? !isNone() : size == magnitude && index <= last;
    }

    /**
     * Sets the elements of a part of a vector to 0 that are not kept.
     *
     * @param measured by what elements are kept; may be the vector itself
     * @param start the index of the first element
     * @param vector the elements, to be changed
     * @param length the number of elements
     */
    public void clearOthers(double[] measured, long start, double[] vector, int length) {
        clearOthers(none(), measured, start, vector, length);
    }

    /**
     * Sets the elements of a part of a vector to 0 that this cut does not keep or that another one
     * keeps.
     */
    void clearOthers(Cut outliers, double[] measured, long start, double[] vector, int length) {
        if (isNone()) {
            Arrays.fill(vector, 0, length, 0);
        } else if (!isAll() || !outliers.isNone()) {
            int e = 0;
            while (e < length) {
                long index = start + e;
                long same = Math.min(sameFrom(index), outliers.sameFrom(index));
                int end = (int) Math.min(e + same, length);
                long dropped = largestDropped(index);
                if (outliers.isNone()) {
                    clear(dropped, measured, vector, e, end);
                } else {
                    clear(dropped, outliers.largestDropped(index), measured, vector, e, end);
                }
                e = end;
            }
        }
    }

    /** For how many elements from an index on {@link #largestDropped} is the same. */
    private long sameFrom(long index) {
        return index <= last && last < Long.MAX_VALUE ? last - index + 1 : Integer.MAX_VALUE;
    }

    /** The bits of the largest magnitude that is not kept at an index; -1 if there is none. */
    private long largestDropped(long index) {
        if (isNone()) {
            return Long.MAX_VALUE; // Not even a NaN is kept.
        }
        return Double.doubleToRawLongBits(magnitude) - (index <= last ? 1 : 0);
    }

    // By masks of bits: a processor cannot foresee a branch that half of the elements take. Without
    // outliers, which is the most frequent case, it takes fewer operations.
    private static void clear(long dropped, double[] measured, double[] vector, int from, int to) {
        for (int e = from; e < to; e++) {
            long size = Double.doubleToRawLongBits(measured[e]) & Long.MAX_VALUE;
            long isKept = (dropped - size) >> (Long.SIZE - 1);
            long bits = Double.doubleToRawLongBits(vector[e]) & isKept;
            vector[e] = Double.longBitsToDouble(bits);
        }
    }

    private static void clear(
            long dropped, long inside, double[] measured, double[] vector, int from, int to) {
        for (int e = from; e < to; e++) {
            long size = Double.doubleToRawLongBits(measured[e]) & Long.MAX_VALUE;
            long isKept = ((dropped - size) & ~(inside - size)) >> (Long.SIZE - 1);
            long bits = Double.doubleToRawLongBits(vector[e]) & isKept;
            vector[e] = Double.longBitsToDouble(bits);
        }
    }

    /** This cut for a part of the elements that starts at an index. */
    public Cut from(long start) {
        return last == Long.MAX_VALUE ? this : new Cut(magnitude, Math.max(-1, last - start));
    }
}
