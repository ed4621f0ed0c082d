package io.terge.methods.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;
import io.terge.testkit.ReferenceMerge;

import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class TrimmedMeanTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new TrimmedMean();
    }

    @Test
    void leavesOutBothEnds() {
        MergeCase example =
                Anchors.of(method(), Map.of("trim", "0.34"), Anchors.a(), Anchors.b(), Anchors.c());
        assertThat(ReferenceMerge.inOneBlock().run(method(), example).values())
                .containsExactly(1, 2.125, 3, 4.25, -1, 0, 1, 2);
    }

    @Test
    void isTheMeanIfNothingIsTrimmed() {
        MergeCase example = Anchors.of(method(), Map.of("trim", "0.2"), Anchors.a(), Anchors.b());
        assertThat(ReferenceMerge.inOneBlock().run(method(), example).values())
                .containsExactly(1, 2.25, 2.5, 4.625, -1.5, 0.5, 2, 1.25);
    }

    @Test
    void isThePlainMeanOfValuesWithoutWeight() {
        MergeCase example =
                Anchors.of(
                        method(), Map.of("trim", "0.4"), new double[8], Anchors.a(), Anchors.b());
        double[] values =
                ReferenceMerge.inOneBlock().run(method(), example.withWeights(0, 0, 1)).values();
        assertThat(values[0]).isEqualTo(0.5);
        assertThat(values[2]).isEqualTo(2);
    }

    @Test
    void isTheMeanOfWhatIsLeftOfASortedList() {
        Agreement.check(method(), 9, Map.of("trim", "0.3"), TrimmedMeanTest::slow);
    }

    private static double[] slow(MergeCase example) {
        double[] values = new double[example.base().length];
        for (int e = 0; e < values.length; e++) {
            int at = e;
            List<Integer> order =
                    IntStream.range(0, 9)
                            .boxed()
                            .sorted(Comparator.comparingDouble(i -> example.numbers().get(i)[at]))
                            .toList();
            double sum = 0;
            double weight = 0;
            for (int i : order.subList(2, 7)) {
                sum += example.inputs().get(i).weight() * example.numbers().get(i)[e];
                weight += example.inputs().get(i).weight();
            }
            values[e] = sum / weight;
        }
        return values;
    }
}
