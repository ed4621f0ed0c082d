package io.terge.methods.spectral;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Map;

class IsoCtsTest extends SpectralContract {

    @Override
    protected MergeMethod method() {
        return new IsoCts();
    }

    @Test
    void equalsAnIndependentReference() {
        for (int[] size : Matrices.SIZES) {
            for (double common : new double[] {0, 0.5, 0.8, 1}) {
                Matrices some = Matrices.random(10, 2, size[0], size[1]);
                Matrices.assertSame(
                        some.update(method(), Map.of("common", common + ""), 1, 2),
                        reference(some, common));
            }
        }
    }

    private static double[][] reference(Matrices some, double fraction) {
        int all = some.smaller();
        int each = (int) Math.rint((all - (int) (all * fraction)) / 2.0);
        each = Math.min(each, all / 2);
        double[][][] vectors = {
            some.taskVector(0), Dense.sum(some.taskVector(1), 1, some.taskVector(1))
        };
        JacobiSvd sum = JacobiSvd.of(Dense.sum(vectors[0], 1, vectors[1]));
        double[][] left = Arrays.copyOf(sum.left(), all);
        double[][] right = Arrays.copyOf(sum.right(), all);
        double[] sigma = sum.sigma().clone();
        int common = all - 2 * each;
        double[][] basis = Arrays.copyOf(sum.left(), common);
        for (int i = 0; i < 2; i++) {
            double[][] rest = vectors[i];
            if (common > 0) {
                double[][] projection = Dense.product(Dense.transposed(basis), basis);
                rest = Dense.sum(rest, -1, Dense.product(projection, rest));
            }
            JacobiSvd own = JacobiSvd.of(rest);
            for (int k = 0; k < each; k++) {
                left[common + i * each + k] = own.left()[k];
                right[common + i * each + k] = own.right()[k];
                sigma[common + i * each + k] = own.sigma()[k];
            }
        }
        double[] mean = new double[all];
        Arrays.fill(mean, Arrays.stream(sigma).sum() / all);
        return Dense.outerSum(orthogonal(left), orthogonal(right), mean);
    }

    private static double[][] orthogonal(double[][] vectors) {
        JacobiSvd svd = JacobiSvd.of(vectors);
        double[] ones = new double[svd.rank()];
        Arrays.fill(ones, 1);
        return svd.with(ones);
    }

    @Test
    void makesAllSingularValuesEqual() {
        Matrices some = Matrices.random(11, 3, 9, 12);
        double[] merged =
                JacobiSvd.of(some.update(method(), Map.of("common", "0.4"), 1, 1, 1)).sigma();
        assertThat(merged).hasSize(9);
        Matrices.assertWithin(Dense.times(1 / merged[0], merged), 1 - 1e-10, 1);
    }

    @Test
    void isIsoCIfAllDirectionsAreCommon() {
        Matrices some = Matrices.random(12, 3, 6, 5);
        Matrices.assertSame(
                some.update(method(), Map.of("common", "1"), 1, 1, 1),
                some.update(new IsoC(), Map.of(), 1, 1, 1));
    }

    @Test
    void takesEqualDirectionsOnce() {
        Matrices twice = Matrices.of(2, 2, new double[] {5, 0, 0, 1}, new double[] {5, 0, 0, 1});
        Matrices.assertSame(
                twice.update(method(), Map.of("common", "0"), 1, 1),
                new double[][] {{5, 0}, {0, 0}});
    }
}
