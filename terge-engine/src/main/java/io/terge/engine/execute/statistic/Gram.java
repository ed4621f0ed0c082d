package io.terge.engine.execute.statistic;

import io.terge.engine.operand.BlockBuffers;
import io.terge.engine.schedule.WorkerMemory;

/**
 * The inner products of inputs, as a triangle of sums: the pairs (0, 0), (0, 1), ..., (1, 1), ...
 *
 * @param inputs how many inputs there are
 * @param lessBase whether the base is taken from them
 */
public record Gram(int inputs, boolean lessBase) implements Reductions.Gathering<double[]> {

    @Override
    public double[] start() {
        return new double[inputs * (inputs + 1) / 2];
    }

    @Override
    public double[] add(double[] soFar, int parameter, BlockBuffers block, WorkerMemory memory) {
        if (lessBase) {
            for (double[] input : block.inputs()) {
                subtract(input, block.base(), block.length());
            }
        }
        memory.kernel().products(block.inputs(), block.length(), soFar);
        return soFar;
    }

    @Override
    public double[] join(double[] left, double[] right) {
        for (int i = 0; i < left.length; i++) {
            left[i] += right[i];
        }
        return left;
    }

    @Override
    public boolean isExact() {
        return false;
    }

    /** The triangle as a symmetric matrix. */
    public double[][] square(double[] triangle) {
        double[][] square = new double[inputs][inputs];
        int next = 0;
        for (int i = 0; i < inputs; i++) {
            for (int j = i; j < inputs; j++) {
                square[i][j] = triangle[next];
                square[j][i] = triangle[next++];
            }
        }
        return square;
    }

    private static void subtract(double[] values, double[] base, int length) {
        for (int e = 0; e < length; e++) {
            values[e] -= base[e];
        }
    }
}
