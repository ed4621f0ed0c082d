package io.terge.hf.transplant;

import static io.terge.hf.transplant.Numbers.coefficients;
import static io.terge.hf.transplant.Numbers.columns;
import static io.terge.hf.transplant.Numbers.copy;
import static io.terge.hf.transplant.Numbers.dictionary;
import static io.terge.hf.transplant.Numbers.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.Arrays;

class MatchingPursuitTest {

    private static final double NEAR = 1e-11;

    @ParameterizedTest
    @CsvSource({"1, 40, 1, 1", "5, 3, 2, 2", "30, 17, 5, 9", "200, 24, 256, 12", "300, 64, 3, 48"})
    void choosesWhatASlowReferenceChooses(int columns, int length, int count, int steps)
            throws IOException {
        double[][] shared = random(columns, columns, length);
        double[][] rows = random(steps + 1000, count, length);

        Combination[] found = new MatchingPursuit(steps).combine(dictionary(shared), copy(rows));

        for (int i = 0; i < count; i++) {
            int last = Math.min(Math.min(steps, columns), length);
            SlowPursuit.Found expected = new SlowPursuit(shared, rows[i]).run(last);
            assertThat(columns(found[i]))
                    .containsExactly(
                            expected.chosen().stream().mapToInt(Integer::intValue).toArray());
            assertThat(coefficients(found[i])).hasSize(last);
            for (int term = 0; term < last; term++) {
                assertThat(found[i].coefficient(term))
                        .isCloseTo(
                                expected.coefficients()[term],
                                offset(NEAR * (1 + Math.abs(expected.coefficients()[term]))));
            }
        }
    }

    @Test
    void aSparseCombinationIsFoundAgain() throws IOException {
        double[][] shared = random(1, 100, 64);
        double[] row = new double[64];
        for (int i = 0; i < row.length; i++) {
            row[i] = 3 * shared[17][i] - 2 * shared[60][i] + shared[99][i];
        }
        Combination found = new MatchingPursuit(10).combine(dictionary(shared), copy(row))[0];
        assertThat(columns(found)).containsExactly(17, 60, 99);
        assertThat(coefficients(found)).containsExactly(new double[] {3, -2, 1}, offset(1e-12));
    }

    @Test
    void coefficientsAreThoseOfTheRowsAsTheyAre() throws IOException {
        // Rows of sizes whose squares are no floats.
        Combination found =
                new MatchingPursuit(2)
                        .combine(
                                dictionary(
                                        new double[] {0x1p-100, 0, 0},
                                        new double[] {0, 0x1.8p100, 0}),
                                copy(new double[] {0x1p-20, -0x1p-21, 0}))[0];
        assertThat(columns(found)).containsExactly(0, 1);
        assertThat(coefficients(found)).containsExactly(0x1p80, -0x1p-121 / 1.5);
    }

    @Test
    void columnsOfZerosAreNotUsed() throws IOException {
        Combination found =
                new MatchingPursuit(3)
                        .combine(
                                dictionary(new double[2], new double[] {0, 4}, new double[2]),
                                copy(new double[] {1, 2}))[0];
        assertThat(columns(found)).containsExactly(1);
        assertThat(coefficients(found)).containsExactly(0.5);
    }

    @Test
    void ofEqualColumnsTheFirstIsUsedOnce() throws IOException {
        double[] same = {0.1f, 0.7f, -0.3f};
        Combination found =
                new MatchingPursuit(4)
                        .combine(
                                dictionary(same, same, new double[] {0, 0, 1}, same),
                                copy(new double[] {1, 7, 11}))[0];
        assertThat(columns(found)).containsExactly(2, 0);
        assertThat(coefficients(found)).doesNotContain(Double.NaN);
    }

    @Test
    void itEndsWhereNothingIsLeftToFind() throws IOException {
        Dictionary plane =
                dictionary(new double[] {1, 0, 0}, new double[] {1, 1, 0}, new double[] {2, 1, 0});
        double[][] rows = copy(new double[] {0, 5, 7}, new double[] {0, 0, 7}, new double[3]);
        Combination[] found = new MatchingPursuit(3).combine(plane, rows);
        // (1, 1, 0) is nearest to (0, 5, 7); then (1, 0, 0), and the plane has no more.
        assertThat(columns(found[0])).containsExactly(1, 0);
        assertThat(coefficients(found[0])).containsExactly(new double[] {5, -5}, offset(1e-14));
        assertThat(found[1].size()).isZero();
        assertThat(found[2].size()).isZero();
    }

    @Test
    void aRowDoesNotDependOnTheOthersOfItsBatch() throws IOException {
        double[][] rows = random(3, CombinationMethod.BATCH, 20);
        Dictionary shared = dictionary(random(4, 90, 20));
        MatchingPursuit method = new MatchingPursuit(7);
        Combination[] together = method.combine(shared, copy(rows));
        for (int i : new int[] {0, 1, 63, 255}) {
            Combination alone = method.combine(shared, copy(rows[i]))[0];
            assertThat(columns(alone)).isEqualTo(columns(together[i]));
            assertThat(coefficients(alone)).isEqualTo(coefficients(together[i]));
        }
    }

    @Test
    void columnsThatDifferByLessThanAFloatTellsAreComparedExactly() throws IOException {
        // The second is nearer to the row by 2^-40 or so of the product.
        double[][] shared = new double[50][2];
        for (double[] one : shared) {
            one[0] = 1;
            one[1] = 0x1p-20;
        }
        shared[31][1] = 0x1.000002p-20;
        Combination found =
                new MatchingPursuit(1).combine(dictionary(shared), copy(new double[] {1, 1}))[0];
        assertThat(columns(found)).containsExactly(31);
        Arrays.fill(shared[31], 1);
        assertThat(columns(new MatchingPursuit(1).combine(dictionary(shared), copy(shared[0]))[0]))
                .containsExactly(0);
    }
}
