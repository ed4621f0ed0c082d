package io.terge.methods.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Random;

class ExponentialsTest {

    private static final int COUNT = 10_000;

    private final Random random = new Random(20);

    @Test
    void computesExponentials() {
        for (double most : new double[] {0.01, 0.5, 3, Exponentials.MOST}) {
            double[] exponents = random.doubles(COUNT, -most, most).toArray();
            double[] results = new double[COUNT];
            Exponentials.of(exponents, most, results, COUNT);
            for (int e = 0; e < COUNT; e++) {
                double expected = StrictMath.exp(exponents[e]);
                assertThat(results[e]).isEqualTo(expected, within(1e-13 * expected));
            }
        }
    }

    @Test
    void computesLogarithmsOfRatios() {
        double part = 1e-6;
        double otherPart = 3e-6;
        double[] wholes = wholes(part);
        double[] others = wholes(otherPart);
        double[] results = new double[COUNT];
        Exponentials.logarithms(part, wholes, otherPart, others, results, COUNT);
        for (int e = 0; e < COUNT; e++) {
            double one = part / wholes[e];
            double other = otherPart / others[e];
            assertThat(results[e])
                    .isEqualTo(
                            StrictMath.log1p(one) - StrictMath.log1p(other),
                            within(1e-15 * Math.max(one, other)));
        }
    }

    private double[] wholes(double part) {
        double least = part / Exponentials.MOST_OF_LOGARITHM;
        return random.doubles(COUNT)
                .map(exponent -> least * StrictMath.exp(9 * exponent))
                .toArray();
    }

    @Test
    void theLogarithmOfEqualPartsIsExactlyZero() {
        double[] wholes = wholes(1e-6);
        double[] results = new double[COUNT];
        Exponentials.logarithms(1e-6, wholes, 1e-6, wholes, results, COUNT);
        assertThat(results).containsOnly(0);
    }
}
