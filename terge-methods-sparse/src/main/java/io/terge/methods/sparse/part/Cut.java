package io.terge.methods.sparse.part;

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

    /** This cut for a part of the elements that starts at an index. */
    public Cut from(long start) {
        return last == Long.MAX_VALUE ? this : new Cut(magnitude, Math.max(-1, last - start));
    }
}
