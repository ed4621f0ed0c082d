package io.terge.methods.arithmetic;

import io.terge.spi.method.Block;
import io.terge.spi.method.Reduction;

/**
 * The squared distances between inputs. Inner products would lose the digits in which models that
 * are close to each other differ.
 *
 * @param inputs how many inputs there are
 */
record PairwiseDistances(int inputs) implements Reduction<double[]> {

    @Override
    public double[] start() {
        return new double[inputs * inputs];
    }

    @Override
    public double[] add(double[] soFar, Block block) {
        for (int i = 0; i < inputs; i++) {
            double[] left = block.input(i);
            for (int j = i + 1; j < inputs; j++) {
                double squared = VectorSums.squaredDistance(left, block.input(j), block.length());
                soFar[i * inputs + j] += squared;
                soFar[j * inputs + i] += squared;
            }
        }
        return soFar;
    }

    @Override
    public double[] join(double[] left, double[] right) {
        for (int i = 0; i < left.length; i++) {
            left[i] += right[i];
        }
        return left;
    }
}
