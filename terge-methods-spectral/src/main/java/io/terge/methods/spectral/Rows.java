package io.terge.methods.spectral;

/**
 * Vectors of one length in one array.
 *
 * @param values the vectors one after the other
 * @param length the length of each
 * @param order where each vector is: the first is the one at {@code order[0] * length}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
record Rows(double[] values, int length, int[] order) {

    /** So many rows of a matrix stay in a cache while all vectors are added to them. */
    private static final int BAND = 16;

    /** The index of the first element of a vector. */
    int start(int vector) {
        return order[vector] * length;
    }

    /**
     * Adds {@code sum of scale[k] * left[k] * right[k]'} to a matrix, in the order of {@code k}.
     *
     * @param scale one for each vector to add; those of scale 0 are left out
     */
    static void addOuter(double[] matrix, Rows left, Rows right, double[] scale) {
        int[] used = new int[scale.length];
        int count = 0;
        for (int k = 0; k < scale.length; k++) {
            if (scale[k] != 0) {
                used[count++] = k;
            }
        }
        for (int top = 0; top < left.length; top += BAND) {
            int bottom = Math.min(left.length, top + BAND);
            int k = 0;
            for (; k + 4 <= count; k += 4) {
                addFour(matrix, left, right, scale, used, k, top, bottom);
            }
            for (; k < count; k++) {
                addOne(matrix, left, right, scale, used[k], top, bottom);
            }
        }
    }

    // Four at a time: a row of the matrix is loaded and stored once instead of four times.
    private static void addFour(
            double[] matrix,
            Rows left,
            Rows right,
            double[] scale,
            int[] used,
            int at,
            int top,
            int bottom) {
        int columns = right.length;
        int u0 = left.start(used[at]);
        int u1 = left.start(used[at + 1]);
        int u2 = left.start(used[at + 2]);
        int u3 = left.start(used[at + 3]);
        int v0 = right.start(used[at]);
        int v1 = right.start(used[at + 1]);
        int v2 = right.start(used[at + 2]);
        int v3 = right.start(used[at + 3]);
        double[] v = right.values;
        for (int row = top; row < bottom; row++) {
            double a0 = left.values[u0 + row] * scale[used[at]];
            double a1 = left.values[u1 + row] * scale[used[at + 1]];
            double a2 = left.values[u2 + row] * scale[used[at + 2]];
            double a3 = left.values[u3 + row] * scale[used[at + 3]];
            int start = row * columns;
            for (int j = 0; j < columns; j++) {
                matrix[start + j] =
                        matrix[start + j]
                                + a0 * v[v0 + j]
                                + a1 * v[v1 + j]
                                + a2 * v[v2 + j]
                                + a3 * v[v3 + j];
            }
        }
    }

    private static void addOne(
            double[] matrix, Rows left, Rows right, double[] scale, int k, int top, int bottom) {
        int columns = right.length;
        int from = right.start(k);
        for (int row = top; row < bottom; row++) {
            double a = left.values[left.start(k) + row] * scale[k];
            int start = row * columns;
            for (int j = 0; j < columns; j++) {
                matrix[start + j] += a * right.values[from + j];
            }
        }
    }
}
