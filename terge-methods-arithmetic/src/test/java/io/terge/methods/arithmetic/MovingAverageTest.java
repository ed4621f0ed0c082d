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

import java.util.List;
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
    void isTheRecurrenceOfEqualWeights() {
        Agreement.check(
                method(),
                4,
                Map.of("decay", "0.8"),
                example -> {
                    double[] average = example.numbers().getFirst().clone();
                    double[] sums = {1, 0, 0, 0};
                    for (int k = 1; k < 4; k++) {
                        for (int i = 0; i < 4; i++) {
                            sums[i] = 0.8 * sums[i] + (i == k ? 0.2 : 0);
                        }
                    }
                    double all = 0;
                    for (int i = 0; i < 4; i++) {
                        sums[i] *= example.inputs().get(i).weight();
                        all += sums[i];
                    }
                    for (int e = 0; e < average.length; e++) {
                        average[e] = 0;
                        for (int i = 0; i < 4; i++) {
                            average[e] += sums[i] / all * example.numbers().get(i)[e];
                        }
                    }
                    return average;
                });
        assertThat(List.of(2, 9)).allMatch(method().describe().inputs()::allows);
    }

    private double[] run(String decay) {
        MergeCase example = Anchors.of(method(), Map.of("decay", decay), Anchors.a(), Anchors.b());
        return ReferenceMerge.inOneBlock().run(method(), example).values();
    }
}
