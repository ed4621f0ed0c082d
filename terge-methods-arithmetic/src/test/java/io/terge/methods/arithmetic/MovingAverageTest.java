package io.terge.methods.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.Output;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;
import io.terge.testkit.ReferenceMerge;

import org.junit.jupiter.api.Test;

import java.util.Map;

class MovingAverageTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new MovingAverage();
    }

    @Override
    protected boolean ignoresModelOrder() {
        return false;
    }

    @Test
    void averagesFromTheFirstOn() {
        MergeCase example =
                Anchors.of(method(), Map.of("decay", "0.5"), Anchors.a(), Anchors.b(), Anchors.c());
        assertThat(
                        ((Output.Linear)
                                        ReferenceMerge.inOneBlock().run(method(), example).output())
                                .coefficients())
                .containsExactly(0.25, 0.25, 0.5);
    }

    @Test
    void takesTheFirstOrTheLastAtTheBounds() {
        assertThat(run("1")).containsExactly(Anchors.a());
        assertThat(run("0")).containsExactly(Anchors.b());
    }

    @Test
    void refusesWeightsOfWhichNothingIsLeft() {
        MergeCase example = Anchors.of(method(), Map.of("decay", "1"), Anchors.a(), Anchors.b());
        assertThat(method().faults(example.options(), example.withWeights(0, 1).inputs()))
                .hasSize(1);
    }

    @Test
    void isTheRecurrenceWithWeights() {
        Agreement.check(method(), 4, Map.of(), MovingAverageTest::slow);
        Agreement.check(method(), 2, Map.of(), MovingAverageTest::slow);
    }

    // Element by element; the weights are averaged along with the values that they scale.
    private static double[] slow(MergeCase example) {
        double[] average = new double[example.base().length];
        for (int e = 0; e < average.length; e++) {
            double weight = example.inputs().getFirst().weight();
            double value = weight * example.numbers().getFirst()[e];
            for (int k = 1; k < example.inputs().size(); k++) {
                double next = example.inputs().get(k).weight();
                value = 0.8 * value + 0.2 * next * example.numbers().get(k)[e];
                weight = 0.8 * weight + 0.2 * next;
            }
            average[e] = value / weight;
        }
        return average;
    }

    private double[] run(String decay) {
        MergeCase example = Anchors.of(method(), Map.of("decay", decay), Anchors.a(), Anchors.b());
        return ReferenceMerge.inOneBlock().run(method(), example).values();
    }
}
