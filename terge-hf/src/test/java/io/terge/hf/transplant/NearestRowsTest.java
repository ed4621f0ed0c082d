package io.terge.hf.transplant;

import static io.terge.hf.transplant.Numbers.coefficients;
import static io.terge.hf.transplant.Numbers.columns;
import static io.terge.hf.transplant.Numbers.copy;
import static io.terge.hf.transplant.Numbers.dictionary;
import static io.terge.hf.transplant.Numbers.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Comparator;
import java.util.stream.IntStream;

class NearestRowsTest {

    @Test
    void nearestRowsAreWeightedByTheirCosines() throws IOException {
        Dictionary shared =
                dictionary(
                        new double[] {5, 0},
                        new double[] {-3, 4},
                        new double[] {0, 0},
                        new double[] {0, 2},
                        new double[] {3, 4});
        double[][] rows = copy(new double[] {0, 9}, new double[] {0, -1}, new double[2]);
        Combination[] found = new NearestRows(2).combine(shared, rows);
        // The cosines are 0, 0.8, none, 1 and 0.8; of the equal ones the first counts.
        assertThat(columns(found[0])).containsExactly(3, 1);
        assertThat(coefficients(found[0]))
                .containsExactly(new double[] {1 / 1.8, 0.8 / 1.8}, offset(1e-15));
        assertThat(found[1].size()).isZero();
        assertThat(found[2].size()).isZero();
    }

    @Test
    void allAreFoundThatAFullSortFinds() throws IOException {
        double[][] shared = random(8, 500, 12);
        double[][] rows = random(9, 5, 12);
        Combination[] found = new NearestRows(20).combine(dictionary(shared), copy(rows));
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            Comparator<Integer> byCosine =
                    Comparator.comparingDouble(
                            column ->
                                    -SlowPursuit.dot(shared[column], row)
                                            / Math.sqrt(
                                                    SlowPursuit.dot(
                                                            shared[column], shared[column])));
            int[] expected =
                    IntStream.range(0, shared.length)
                            .boxed()
                            .sorted(byCosine)
                            .limit(20)
                            .mapToInt(Integer::intValue)
                            .toArray();
            assertThat(columns(found[i])).containsExactly(expected);
            assertThat(IntStream.range(0, 20).mapToDouble(found[i]::coefficient).sum())
                    .isCloseTo(1, offset(1e-14));
        }
    }
}
