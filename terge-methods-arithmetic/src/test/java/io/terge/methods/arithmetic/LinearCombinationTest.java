package io.terge.methods.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;

import org.junit.jupiter.api.Test;

import java.util.Map;

class LinearCombinationTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new LinearCombination();
    }

    @Override
    protected boolean isIdempotent() {
        return true;
    }

    @Override
    protected boolean givesTheModelWithAllWeight() {
        return true;
    }

    @Test
    void reachesTheKnownResults() {
        MergeCase mean = Anchors.of(method(), Map.of(), Anchors.a(), Anchors.b(), Anchors.c());
        Anchors.check(
                method(),
                mean.withWeights(0.2, 0.5, 1),
                0.9117647,
                2.220588,
                3.176471,
                3.735294,
                -0.7058824,
                -0.1764706,
                1.294118,
                1.911765);
        MergeCase sum =
                Anchors.of(
                        method(),
                        Map.of("normalize", "false"),
                        Anchors.a(),
                        Anchors.b(),
                        Anchors.c());
        Anchors.check(
                method(),
                sum.withWeights(0.2, 0.5, 1),
                1.55,
                3.775,
                5.4,
                6.35,
                -1.2,
                -0.3,
                2.2,
                3.25);
    }

    @Test
    void refusesToNormalizeWeightsThatCancelOut() {
        MergeCase mean = Anchors.of(method(), Map.of(), Anchors.a(), Anchors.b());
        MergeCase cancelling = mean.withWeights(0.3, -0.3);
        assertThat(method().faults(mean.options(), cancelling.inputs()))
                .containsExactly(
                        "the weights sum to 0 and cannot be normalised; change them, or set"
                                + " normalize=false");
        MergeCase sum = Anchors.of(method(), Map.of("normalize", "false"), Anchors.a());
        assertThat(method().faults(sum.options(), cancelling.inputs())).isEmpty();
    }

    @Test
    void isTheSumThatItSays() {
        Agreement.check(method(), 3, Map.of(), example -> sum(example, true));
        Agreement.check(method(), 1, Map.of("normalize", "false"), example -> sum(example, false));
    }

    private static double[] sum(MergeCase example, boolean isMean) {
        double[] sums = new double[example.base().length];
        double weight = 0;
        for (int i = 0; i < example.inputs().size(); i++) {
            weight += example.inputs().get(i).weight();
        }
        for (int e = 0; e < sums.length; e++) {
            for (int i = 0; i < example.inputs().size(); i++) {
                sums[e] += example.numbers().get(i)[e] * example.inputs().get(i).weight();
            }
            sums[e] /= isMean ? weight : 1;
        }
        return sums;
    }
}
