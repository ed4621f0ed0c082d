package io.terge.pytorch.tensor;

/**
 * A dimension of a box of elements that is copied.
 *
 * @param size the number of elements along it
 * @param from the distance between neighbours where they are read, in elements
 * @param to the distance between neighbours where they are written, in elements
 */
record Axis(long size, long from, long to) {

    /** The distance between the first and the last element where they are read. */
    long reach() {
        return (size - 1) * from;
    }

    Axis ofSize(long other) {
        return new Axis(other, from, to);
    }
}
