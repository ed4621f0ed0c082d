package io.terge.methods.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.ReferenceMerge;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/** Equal weights, for which blocks are sorted at once, against sorted arrays. */
class SortedRowsTest {

    private static final int ELEMENTS = 8;

    @Test
    void areTheMedianOfEveryElement() {
        for (int models = 2; models <= 12; models++) {
            MergeCase example = random(new Median(), Map.of(), models);
            double[] values = ReferenceMerge.inOneBlock().run(new Median(), example).values();
            for (int e = 0; e < ELEMENTS; e++) {
                double[] sorted = sorted(example, e);
                double median = (sorted[(models - 1) / 2] + sorted[models / 2]) / 2;
                assertThat(values[e]).isCloseTo(median, within(1e-15));
            }
        }
    }

    @Test
    void areTheTrimmedMeanOfEveryElement() {
        for (int models = 4; models <= 12; models++) {
            MergeCase example = random(new TrimmedMean(), Map.of("trim", "0.25"), models);
            double[] values = ReferenceMerge.inOneBlock().run(new TrimmedMean(), example).values();
            for (int e = 0; e < ELEMENTS; e++) {
                double[] sorted = sorted(example, e);
                int trimmed = models / 4;
                double mean =
                        Arrays.stream(sorted, trimmed, models - trimmed).average().orElseThrow();
                assertThat(values[e]).isCloseTo(mean, within(1e-15));
            }
        }
    }

    @Test
    void showANaNOfAnyInput() {
        for (int models = 2; models <= 9; models++) {
            for (int broken = 0; broken < models; broken++) {
                MergeCase example = random(new Median(), Map.of(), models);
                example.numbers().get(broken)[3] = Double.NaN;
                double[] values = ReferenceMerge.inOneBlock().run(new Median(), example).values();
                assertThat(values[3]).isNaN();
                assertThat(values[2]).isFinite();
            }
        }
    }

    private static MergeCase random(MergeMethod method, Map<String, String> options, int models) {
        Random random = new Random(models);
        double[][] numbers = new double[models][];
        for (int i = 0; i < models; i++) {
            numbers[i] = random.doubles(ELEMENTS, -1, 1).toArray();
        }
        return Anchors.of(method, options, numbers);
    }

    private static double[] sorted(MergeCase example, int element) {
        return example.numbers().stream().mapToDouble(row -> row[element]).sorted().toArray();
    }
}
