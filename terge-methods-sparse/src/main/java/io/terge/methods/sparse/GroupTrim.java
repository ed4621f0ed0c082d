package io.terge.methods.sparse;

import io.terge.methods.sparse.part.RowRanks;

/**
 * Keeps the largest elements of each group of neighbours in a row.
 *
 * @param kept how many elements of a group are kept; of a shorter one at the end of a row, the same
 *     fraction, rounded down
 * @param size the number of elements of a group
 */
record GroupTrim(int kept, int size) {

    /**
     * Sets the elements that are dropped to 0: those that are used, and those that are not among
     * the largest of the others in their group. What is kept becomes used.
     *
     * @param row a row of a task vector
     * @param used the elements that other task vectors use
     */
    void apply(double[] row, boolean[] used) {
        int start = 0;
        while (start < used.length) {
            int length = Math.min(size, used.length - start);
            double[] group = new double[length];
            for (int e = 0; e < length; e++) {
                group[e] = used[start + e] ? 0 : row[start + e];
                row[start + e] = 0;
            }
            int[] ascending = RowRanks.ascendingLowestLast(group, length);
            long count = (long) kept * length / size;
            for (int rank = 0; rank < count; rank++) {
                int e = ascending[length - 1 - rank];
                row[start + e] = group[e];
                used[start + e] |= group[e] != 0;
            }
            start += length;
        }
    }
}
