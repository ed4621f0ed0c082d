package io.terge.methods.spectral;

import io.terge.spi.method.MergeMethod;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Map;

class SubspaceBoostingTest extends SpectralContract {

    @Override
    protected MergeMethod method() {
        return new SubspaceBoosting();
    }

    @Test
    void equalsAnIndependentReference() {
        for (int[] size : Matrices.SIZES) {
            for (double beta : new double[] {0, 0.01, 0.5, 0.9, 1}) {
                Matrices some = Matrices.random(3, 2, size[0], size[1]);
                double[] weights = Matrices.weights(2);
                JacobiSvd svd =
                        JacobiSvd.of(
                                Dense.sum(
                                        Dense.sum(
                                                some.taskVector(1),
                                                weights[1] - 1,
                                                some.taskVector(1)),
                                        weights[0],
                                        some.taskVector(0)));
                double floor = floor(svd.sigma(), beta);
                double[] raised =
                        Arrays.stream(svd.sigma()).map(value -> Math.max(value, floor)).toArray();
                Matrices.assertSame(
                        some.update(method(), Map.of("beta", beta + ""), weights),
                        svd.with(raised));
            }
        }
    }

    private static double floor(double[] sigma, double beta) {
        double all = Arrays.stream(sigma).sum();
        for (int k = 1; k < sigma.length; k++) {
            if (Arrays.stream(sigma, 0, k).sum() >= beta * all) {
                return sigma[k - 1];
            }
        }
        return sigma[sigma.length - 1];
    }

    @Test
    void raisesSmallSingularValuesToTheOneThatReachesBeta() {
        Matrices diagonal = Matrices.of(3, 3, new double[] {6, 0, 0, 0, -3, 0, 0, 0, 1});
        Matrices.assertSame(
                diagonal.update(method(), Map.of("beta", "0.5"), 1),
                new double[][] {{6, 0, 0}, {0, -6, 0}, {0, 0, 6}});
        Matrices.assertSame(
                diagonal.update(method(), Map.of("beta", "0.7"), 1),
                new double[][] {{6, 0, 0}, {0, -3, 0}, {0, 0, 3}});
        Matrices.assertSame(
                diagonal.update(method(), Map.of("beta", "1"), 1), diagonal.taskVector(0));
    }

    @Test
    void doesNotRaiseDirectionsThatTheSumLacks() {
        Matrices one = Matrices.of(2, 3, new double[] {3, 0, 4, 6, 0, 8});
        Matrices.assertSame(one.update(method(), Map.of(), 1), one.taskVector(0));
    }
}
