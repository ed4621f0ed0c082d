package io.terge.methods.spectral;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Map;

class TsvMTest extends SpectralContract {

    @Override
    protected MergeMethod method() {
        return new TsvM();
    }

    @Test
    void equalsAnIndependentReference() {
        for (int[] size : Matrices.SIZES) {
            for (int models : new int[] {1, 2, 3}) {
                Matrices some = Matrices.random(7, models, size[0], size[1]);
                double[] weights = Matrices.weights(models);
                Matrices.assertSame(
                        some.update(method(), Map.of("lambda", "1.5"), weights),
                        reference(some, weights));
            }
        }
    }

    private static double[][] reference(Matrices some, double[] weights) {
        int each = some.smaller() / weights.length;
        double[][] left = new double[each * weights.length][];
        double[][] right = new double[each * weights.length][];
        double[] sigma = new double[each * weights.length];
        for (int i = 0; i < weights.length; i++) {
            JacobiSvd svd = JacobiSvd.of(some.taskVector(i));
            for (int k = 0; k < each; k++) {
                left[i * each + k] = svd.left()[k];
                right[i * each + k] = svd.right()[k];
                sigma[i * each + k] = 1.5 * weights[i] * svd.sigma()[k];
            }
        }
        return Dense.outerSum(orthogonal(left), orthogonal(right), sigma);
    }

    private static double[][] orthogonal(double[][] vectors) {
        JacobiSvd svd = JacobiSvd.of(vectors);
        double[] ones = new double[svd.rank()];
        Arrays.fill(ones, 1);
        return svd.with(ones);
    }

    @Test
    void singularValuesOfTheUpdateAreThoseKeptOfTheModels() {
        Matrices some = Matrices.random(8, 2, 8, 10);
        double[] kept = new double[8];
        for (int k = 0; k < 4; k++) {
            kept[k] = JacobiSvd.of(some.taskVector(0)).sigma()[k];
            kept[k + 4] = JacobiSvd.of(some.taskVector(1)).sigma()[k];
        }
        Arrays.sort(kept);
        double[] merged = JacobiSvd.of(some.update(method(), Map.of(), 1, 1)).sigma();
        Arrays.sort(merged);
        assertThat(merged).containsExactly(kept, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void addsModelsThatDoNotDisturbEachOther() {
        Matrices apart = Matrices.of(2, 2, new double[] {5, 0, 0, 0}, new double[] {0, 0, 0, 3});
        Matrices.assertSame(
                apart.update(method(), Map.of(), 1, 1), new double[][] {{5, 0}, {0, 3}});
    }

    @Test
    void takesEqualDirectionsOnce() {
        Matrices twice = Matrices.of(2, 2, new double[] {5, 0, 0, 1}, new double[] {5, 0, 0, 1});
        Matrices.assertSame(
                twice.update(method(), Map.of(), 1, 1), new double[][] {{5, 0}, {0, 0}});
    }

    @Test
    void isNotDisturbedByAModelThatEqualsTheBase() {
        Matrices some = Matrices.of(2, 2, new double[] {0, 5, 1, 0}, new double[4]);
        Matrices.assertSame(some.update(method(), Map.of(), 1, 1), new double[][] {{0, 5}, {0, 0}});
    }

    @Test
    void leavesOutAModelOfWeightZero() {
        Matrices some = Matrices.random(9, 2, 4, 4);
        Matrices.assertSame(some.update(method(), Map.of(), 1, 0), some.taskVector(0));
    }

    @Test
    void fallsBackToTheMeanOfMoreModelsThanRows() {
        Matrices rows = Matrices.of(1, 2, new double[] {3, 0}, new double[] {0, 3});
        Matrices.assertSame(rows.update(method(), Map.of(), 1, 1), new double[][] {{1.5, 1.5}});
        assertThat(rows.merged(method(), Map.of(), 1, 1).notes())
                .containsExactly("fewer rows or columns than models: mean of the task vectors");
    }
}
