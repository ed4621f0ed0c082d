package io.terge.methods.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Random;

class DivergenceTest {

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.02, 0.4, 3, 9, 200})
    void isThatOfTheDefinition(double scale) {
        Random random = new Random(5);
        for (int length : new int[] {2, 3, 5, 300, 4097}) {
            double[] model = random.doubles(length, -scale, scale).toArray();
            double[] base = random.doubles(length, -scale, scale).toArray();

            double expected = slow(model, base);

            assertThat(new Divergence().of(model, base, length))
                    .isCloseTo(expected, within(1e-11 * expected + 1e-15));
        }
    }

    @Test
    void oneObjectMeasuresRowsOfAllLengths() {
        Divergence divergence = new Divergence();
        double[] model = new Random(1).doubles(500).toArray();
        double[] base = new Random(2).doubles(500).toArray();
        for (int length : new int[] {500, 3, 400, 0, 1}) {
            assertThat(divergence.of(model, base, length))
                    .isEqualTo(new Divergence().of(model, base, length));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 30, 1e5})
    void equalRowsDoNotDiverge(double scale) {
        double[] row = new Random(3).doubles(1000, -scale, scale).toArray();
        assertThat(new Divergence().of(row, row.clone(), row.length)).isZero();
        assertThat(new Divergence().of(new double[] {3}, new double[] {1}, 1)).isZero();
    }

    @Test
    void whatIsNotANumberDivergesByNoNumber() {
        double[] row = {1, Double.NaN, 2};
        assertThat(new Divergence().of(row, new double[] {1, 2, 3}, 3)).isNaN();
    }

    private static double slow(double[] model, double[] base) {
        double[] p = softmax(model);
        double[] q = softmax(base);
        double sum = 0;
        for (int e = 0; e < p.length; e++) {
            sum += p[e] * Math.log(p[e] / q[e]);
        }
        return sum;
    }

    private static double[] softmax(double[] row) {
        double largest = Arrays.stream(row).max().orElseThrow();
        double sum = Arrays.stream(row).map(x -> Math.exp(x - largest)).sum();
        return Arrays.stream(row).map(x -> Math.exp(x - largest) / sum + 1e-8).toArray();
    }
}
