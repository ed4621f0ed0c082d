package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Vectors;

/** Counts the elements of vectors that are not 0, such as variances of models that differ. */
record VaryingElements() implements Vectors.Counter {

    @Override
    public long[][] start() {
        return new long[1][1];
    }

    @Override
    public void add(long[][] counts, int vector, long start, double[] values, int length) {
        long count = 0;
        for (int e = 0; e < length; e++) {
            count += values[e] != 0 ? 1 : 0;
        }
        counts[0][0] += count;
    }

    @Override
    public void join(long[][] counts, long[][] others) {
        counts[0][0] += others[0][0];
    }
}
