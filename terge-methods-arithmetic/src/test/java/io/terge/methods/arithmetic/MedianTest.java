package io.terge.methods.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;
import io.terge.testkit.ReferenceMerge;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Map;

class MedianTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new Median();
    }

    @Override
    protected boolean givesTheModelWithAllWeight() {
        return true;
    }

    @Override
    protected boolean keepsTheBaseExactly() {
        return true;
    }

    @Test
    void isTheMiddleOfThree() {
        MergeCase example = Anchors.of(method(), Map.of(), Anchors.a(), Anchors.b(), Anchors.c());
        assertThat(ReferenceMerge.inOneBlock().run(method(), example).values())
                .containsExactly(1, 2.125, 3, 4.25, -1, 0, 1, 2);
    }

    @Test
    void isTheMeanOfTheTwoInTheMiddleForManyEvenCounts() {
        for (int models = 2; models <= 40; models += 2) {
            double[][] numbers = new double[models][];
            for (int i = 0; i < models; i++) {
                numbers[i] = new double[8];
                Arrays.fill(numbers[i], (i * 7) % models);
            }
            boolean all = Arrays.stream(numbers).map(row -> row[0]).distinct().count() == models;
            if (all) {
                MergeCase example = Anchors.of(method(), Map.of(), numbers);
                assertThat(ReferenceMerge.inOneBlock().run(method(), example).values())
                        .containsOnly((models - 1) / 2.0);
            }
        }
    }

    @Test
    void followsTheWeights() {
        MergeCase example = Anchors.of(method(), Map.of(), Anchors.a(), Anchors.b(), Anchors.c());
        assertThat(
                        ReferenceMerge.inOneBlock()
                                .run(method(), example.withWeights(0.2, 0.2, 0.6))
                                .values())
                .containsExactly(Anchors.c());
        assertThat(
                        ReferenceMerge.inOneBlock()
                                .run(method(), example.withWeights(0.5, 0, 0.5))
                                .values())
                .containsExactly(1.25, 2.0625, 2.75, 3.625, -0.5, 0.25, 0.75, 1);
    }

    @Test
    void refusesNegativeWeights() {
        MergeCase example = Anchors.of(method(), Map.of(), Anchors.a(), Anchors.b());
        assertThat(method().faults(example.options(), example.withWeights(1.5, -0.5).inputs()))
                .containsExactly("weights must not be negative, but that of model 1 is -0.5");
    }

    @Test
    void isWhereTheWeightedDistancesAreLeast() {
        Agreement.check(method(), 5, Map.of(), MedianTest::leastDistances);
    }

    // The weights are random: one of the values is the only one with the least distances.
    private static double[] leastDistances(MergeCase example) {
        double[] values = new double[example.base().length];
        for (int e = 0; e < values.length; e++) {
            double least = Double.POSITIVE_INFINITY;
            for (double[] candidate : example.numbers()) {
                double sum = 0;
                for (int i = 0; i < example.inputs().size(); i++) {
                    double distance = Math.abs(example.numbers().get(i)[e] - candidate[e]);
                    sum += example.inputs().get(i).weight() * distance;
                }
                if (sum < least) {
                    least = sum;
                    values[e] = candidate[e];
                }
            }
        }
        return values;
    }
}
