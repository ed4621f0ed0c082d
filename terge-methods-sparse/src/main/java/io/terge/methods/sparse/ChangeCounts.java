package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Differences;
import io.terge.spi.method.Block;
import io.terge.spi.method.Reduction;

/**
 * Counts, for each model, the elements that it alone changes, and then those that others change as
 * well.
 */
record ChangeCounts(int models, double epsilon) implements Reduction<long[]> {

    @Override
    public long[] start() {
        return new long[2 * models];
    }

    @Override
    public long[] add(long[] soFar, Block block) {
        int length = block.length();
        double[] base = block.base();
        int[] counts = new int[length];
        for (int i = 0; i < models; i++) {
            double[] vector = block.input(i);
            Differences.subtract(vector, base, length);
            for (int e = 0; e < length; e++) {
                counts[e] += SharedChanges.isChange(vector[e], epsilon) ? 1 : 0;
            }
        }
        for (int i = 0; i < models; i++) {
            double[] vector = block.input(i);
            for (int e = 0; e < length; e++) {
                if (SharedChanges.isChange(vector[e], epsilon)) {
                    soFar[2 * i + (counts[e] > 1 ? 1 : 0)]++;
                }
            }
        }
        return soFar;
    }

    @Override
    public long[] join(long[] left, long[] right) {
        for (int i = 0; i < left.length; i++) {
            left[i] += right[i];
        }
        return left;
    }

    @Override
    public boolean isExact() {
        return true;
    }
}
