package io.terge.methods.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.MergeCase;
import io.terge.testkit.ReferenceMerge;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Results of mergekit for models in BF16. It rounds after each operation, terge once: elements
 * differ by one unit in the last place of the largest term at most.
 */
class RoundedAnchorsTest {

    // 0.1 and 0.3 as BF16 has them.
    private static final double TENTH = 0.10009765625;
    private static final double THREE_TENTHS = 0.30078125;

    @Test
    void linearIsWithinTheRoundingOfTheKnownResult() {
        check(
                new LinearCombination(),
                0.8007812,
                2.34375,
                2.6875,
                4.78125,
                -1.703125,
                0.3710938,
                2.390625,
                1.84375);
    }

    @Test
    void taskArithmeticIsWithinTheRoundingOfTheKnownResult() {
        check(
                new TaskArithmetic(),
                0.8007812,
                2.34375,
                2.6875,
                4.78125,
                -1.695312,
                0.3691406,
                2.390625,
                1.84375);
    }

    private static void check(MergeMethod method, double... expected) {
        double[] one = {1.5, 2, 2, 4.25, -1, 1, 1, THREE_TENTHS};
        double[] other = {0.5, 2.5, 3, 5, -2, TENTH, 3, 2.5};
        double[] base = new double[expected.length];
        Arrays.fill(base, TENTH);
        MergeCase models =
                MergeCase.of(List.of(one, other), 0.3, 0.7)
                        .withBase(base)
                        .withOptions(method, Map.of());
        double[] values = ReferenceMerge.inOneBlock().run(method, models).values();
        for (int e = 0; e < values.length; e++) {
            double largest = Math.max(Math.abs(one[e]), Math.abs(other[e]));
            assertThat(Math.abs(values[e] - expected[e]))
                    .isLessThanOrEqualTo(Math.scalb(1.0, Math.getExponent(largest) - 7));
        }
    }
}
