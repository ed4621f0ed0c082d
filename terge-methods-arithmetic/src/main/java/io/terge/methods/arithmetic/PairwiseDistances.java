package io.terge.methods.arithmetic;

import io.terge.spi.method.Block;
import io.terge.spi.method.Reduction;

/**
 * The sums of squares of which {@link #distances} makes distances between inputs. Inner products
 * would lose the digits in which models that are close to each other differ. Squares beyond the
 * range of {@code double} are summed by themselves, scaled.
 *
 * @param inputs how many inputs there are
 */
record PairwiseDistances(int inputs) implements Reduction<double[][]> {

    // What a pair of inputs has sums of.
    private static final int ORDINARY = 0;
    private static final int TINY = 1;
    private static final int HUGE = 2;
    private static final int SUMS = 3;

    private static final double LEAST_SQUARE = 0x1p-900;
    private static final double LARGEST_SQUARE = 0x1p900;
    private static final double SCALE = 0x1p600;

    @Override
    public double[][] start() {
        return new double[inputs * inputs][SUMS];
    }

    @Override
    public double[][] add(double[][] soFar, Block block) {
        int length = block.length();
        for (int i = 0; i < inputs; i++) {
            double[] left = block.input(i);
            for (int j = i + 1; j < inputs; j++) {
                add(soFar[i * inputs + j], left, block.input(j), length);
            }
        }
        return soFar;
    }

    private static void add(double[] sums, double[] left, double[] right, int length) {
        double squared = VectorSums.squaredDistance(left, right, length);
        if (squared > LEAST_SQUARE && squared < LARGEST_SQUARE) {
            sums[ORDINARY] += squared;
        } else if (squared <= LEAST_SQUARE) {
            sums[TINY] += VectorSums.squaredDistance(left, right, length, SCALE);
        } else {
            sums[HUGE] += VectorSums.squaredDistance(left, right, length, 1 / SCALE);
        }
    }

    @Override
    public double[][] join(double[][] left, double[][] right) {
        for (int pair = 0; pair < left.length; pair++) {
            for (int sum = 0; sum < SUMS; sum++) {
                left[pair][sum] += right[pair][sum];
            }
        }
        return left;
    }

    /** Returns the distances of each input from each other. */
    double[][] distances(double[][] sums) {
        double[][] distances = new double[inputs][inputs];
        for (int i = 0; i < inputs; i++) {
            for (int j = i + 1; j < inputs; j++) {
                double[] pair = sums[i * inputs + j];
                double extreme =
                        Math.hypot(Math.sqrt(pair[TINY]) / SCALE, Math.sqrt(pair[HUGE]) * SCALE);
                distances[i][j] = Math.hypot(Math.sqrt(pair[ORDINARY]), extreme);
                distances[j][i] = distances[i][j];
            }
        }
        return distances;
    }
}
