package io.terge.engine.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Optional;

class NormalizedWeightsTest {

    @Test
    void dividesByTheSum() {
        assertThat(shares(1, 2, 5)).containsExactly(0.125, 0.25, 0.625);
        assertThat(shares(7)).containsExactly(1);
        assertThat(shares(0, 3)).containsExactly(0, 1);
    }

    @Test
    void keepsNegativeWeights() {
        assertThat(shares(-1, 3)).containsExactly(-0.5, 1.5);
        assertThat(shares(-2, -2)).containsExactly(0.5, 0.5);
    }

    @Test
    void givesNothingForZeros() {
        assertThat(NormalizedWeights.of(new double[] {0, -0.0, 0})).isEmpty();
        assertThat(NormalizedWeights.of(new double[0])).isEmpty();
    }

    @Test
    void givesNothingWhereWeightsCancelOut() {
        assertThat(NormalizedWeights.of(new double[] {1, -1})).isEmpty();
        assertThat(NormalizedWeights.of(new double[] {1e300, 1e-300, -1e300})).isEmpty();
    }

    @Test
    void seesThatDecimalWeightsCancelOutWhereTheirDoublesLeaveARest() {
        assertThat(0.1 + 0.2 - 0.3).isNotZero();
        assertThat(NormalizedWeights.of(new double[] {0.1, 0.2, -0.3})).isEmpty();
        assertThat(NormalizedWeights.of(new double[] {1e12 * 0.1, 1e12 * 0.2, 1e12 * -0.3}))
                .isEmpty();
    }

    @Test
    void takesASmallSumForASumWhereTheWeightsWereMeantSo() {
        double[] shares = shares(1, -0.999_999);
        assertThat(shares[0]).isCloseTo(1e6, within(1e-3));
        assertThat(shares[0] + shares[1]).isCloseTo(1, within(1e-9));
    }

    @Test
    void doesNotOverflowOnHugeWeights() {
        assertThat(shares(1e308, 1e308, 1e308, 1e308)).containsExactly(0.25, 0.25, 0.25, 0.25);
        double[] shares = shares(Double.MAX_VALUE, Double.MAX_VALUE / 2, -Double.MAX_VALUE / 2);
        assertThat(shares).containsExactly(new double[] {1, 0.5, -0.5}, within(1e-15));
    }

    @Test
    void doesNotUnderflowOnTinyWeights() {
        assertThat(shares(Double.MIN_VALUE, 3 * Double.MIN_VALUE)).containsExactly(0.25, 0.75);
        assertThat(shares(Double.MIN_NORMAL, Double.MIN_NORMAL)).containsExactly(0.5, 0.5);
    }

    @Test
    void givesSharesThatSumToOneInAnyRange() {
        for (double scale : new double[] {1e-320, 1e-200, 1, 1e200, 1e307}) {
            double[] shares = shares(scale, 3 * scale, -0.5 * scale, 0.25 * scale);
            assertThat(Arrays.stream(shares).sum())
                    .as("scale %s", scale)
                    .isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void leavesItsArgumentAlone() {
        double[] weights = {1, 3};
        Optional<double[]> shares = NormalizedWeights.of(weights);
        assertThat(shares).isPresent();
        assertThat(weights).containsExactly(1, 3);
    }

    private static double[] shares(double... weights) {
        return NormalizedWeights.of(weights).orElseThrow();
    }
}
