package io.terge.methods.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;
import io.terge.testkit.ReferenceMerge;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class NearSwapTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new NearSwap();
    }

    @Override
    protected boolean keepsTheBaseExactly() {
        return true;
    }

    @Override
    protected Map<String, String> optionValues() {
        return Map.of("t", "0.25");
    }

    @Test
    void reachesTheKnownResult() {
        MergeCase example = Anchors.of(method(), Map.of("t", "0.25"), Anchors.a());
        Anchors.check(method(), example, 1.25, 2, 2.75, 4.25, -1, 0.25, 1, 1.75);
    }

    @Test
    void keepsTheBaseForADistanceOfZero() {
        MergeCase example = Anchors.of(method(), Map.of("t", "0"), Anchors.a());
        assertThat(ReferenceMerge.inOneBlock().run(method(), example).values())
                .containsExactly(Anchors.base());
    }

    @Test
    void takesAllOfTheModelForALargeDistance() {
        MergeCase example = Anchors.of(method(), Map.of("t", "1e300"), Anchors.a());
        assertThat(ReferenceMerge.inOneBlock().run(method(), example).values())
                .containsExactly(Anchors.a());
    }

    @Test
    void isTheWeightThatItSays() {
        for (double t : List.of(0.1, 1e-4, 1e-7)) {
            Agreement.check(
                    method(), 1, Map.of("t", Double.toString(t)), example -> swapped(example, t));
        }
    }

    private static double[] swapped(MergeCase example, double t) {
        double[] values = new double[example.base().length];
        for (int e = 0; e < values.length; e++) {
            double base = example.base()[e];
            double model = example.numbers().getFirst()[e];
            double weight = Math.clamp(t / Math.max(Math.abs(model - base), 1e-6), 0, 1);
            values[e] = weight * model + (1 - weight) * base;
        }
        return values;
    }
}
