package io.terge.methods.spectral;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Map;

class IsoCTest extends SpectralContract {

    @Override
    protected MergeMethod method() {
        return new IsoC();
    }

    @Test
    void equalsAnIndependentReference() {
        for (int[] size : Matrices.SIZES) {
            Matrices some = Matrices.random(1, 3, size[0], size[1]);
            double[][] sum = new double[size[0]][size[1]];
            double[] weights = Matrices.weights(3);
            for (int i = 0; i < 3; i++) {
                sum = Dense.sum(sum, weights[i], some.taskVector(i));
            }
            JacobiSvd svd = JacobiSvd.of(sum);
            double[] flat = new double[some.smaller()];
            Arrays.fill(flat, 0.7 * Arrays.stream(svd.sigma()).average().orElseThrow());
            Matrices.assertSame(
                    some.update(method(), Map.of("lambda", "0.7"), weights), svd.with(flat));
        }
    }

    @Test
    void keepsTheNuclearNormAndMakesAllSingularValuesEqual() {
        Matrices some = Matrices.random(2, 2, 6, 11);
        double[][] sum = Dense.sum(some.taskVector(0), 1, some.taskVector(1));
        double mean = Arrays.stream(JacobiSvd.of(sum).sigma()).average().orElseThrow();
        double[] merged = JacobiSvd.of(some.update(method(), Map.of(), 1, 1)).sigma();
        Matrices.assertWithin(Dense.times(1 / mean, merged), 1 - 1e-12, 1 + 1e-12);
    }

    @Test
    void doesNotDependOnTheBasisOfEqualSingularValues() {
        Matrices same = Matrices.of(3, 3, new double[] {0, 2, 0, 0, 0, 2, 2, 0, 0});
        Matrices.assertSame(same.update(method(), Map.of(), 1), same.taskVector(0));
    }

    @Test
    void scalesOnlyTheDirectionsOfASumThatLacksRank() {
        Matrices one = Matrices.of(2, 3, new double[] {3, 0, 4, 6, 0, 8});
        Matrices.assertSame(
                one.update(method(), Map.of(), 1), new double[][] {{1.5, 0, 2}, {3, 0, 4}});
        assertThat(one.merged(method(), Map.of(), 1).notes())
                .containsExactly(
                        "the sum of the task vectors has rank 1 of 2: only its own directions are"
                                + " scaled");
    }

    @Test
    void keepsARowAsItIs() {
        Matrices row = Matrices.of(1, 3, new double[] {3, -1, 4});
        Matrices.assertSame(row.update(method(), Map.of(), 1), row.taskVector(0));
    }
}
