package io.terge.engine.execute;

/**
 * The inner products of inputs, as a triangle of sums: the pairs (0, 0), (0, 1), ..., (1, 1), ...
 */
final class Gram {

    private Gram() {}

    /** The inner products of all inputs: a symmetric matrix. */
    static double[][] of(Statistics statistics) {
        return gather(
                statistics,
                (soFar, block, scratch) -> {
                    scratch.kernel().products(block.inputs(), block.length(), soFar);
                    return soFar;
                });
    }

    /** The inner products of all inputs less the base: a symmetric matrix. */
    static double[][] ofTaskVectors(Statistics statistics) {
        return gather(
                statistics,
                (soFar, block, scratch) -> {
                    for (double[] input : block.inputs()) {
                        subtract(input, block.base(), block.length());
                    }
                    scratch.kernel().products(block.inputs(), block.length(), soFar);
                    return soFar;
                });
    }

    private static double[][] gather(Statistics statistics, Statistics.Gathering<double[]> add) {
        int count = statistics.tensors().inputs().size();
        double[] triangle =
                statistics.gather(() -> new double[count * (count + 1) / 2], add, Gram::sum);
        double[][] square = new double[count][count];
        int next = 0;
        for (int i = 0; i < count; i++) {
            for (int j = i; j < count; j++) {
                square[i][j] = triangle[next];
                square[j][i] = triangle[next++];
            }
        }
        return square;
    }

    private static double[] sum(double[] left, double[] right) {
        for (int i = 0; i < left.length; i++) {
            left[i] += right[i];
        }
        return left;
    }

    private static void subtract(double[] values, double[] base, int length) {
        for (int e = 0; e < length; e++) {
            values[e] -= base[e];
        }
    }
}
