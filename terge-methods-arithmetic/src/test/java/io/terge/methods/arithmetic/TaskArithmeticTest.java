package io.terge.methods.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;

import org.junit.jupiter.api.Test;

import java.util.Map;

class TaskArithmeticTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new TaskArithmetic();
    }

    @Override
    protected boolean keepsTheBaseExactly() {
        return true;
    }

    @Test
    void reachesTheKnownResults() {
        check(Map.of(), 0.85, 2.375, 3.3, 3.55, -0.5, -0.3, 1.5, 1.85);
        check(
                Map.of("normalize", "true", "lambda", "0.5"),
                0.9558824,
                2.110294,
                3.088235,
                3.867647,
                -0.8529412,
                -0.0882353,
                1.147059,
                1.955882);
    }

    @Test
    void refusesToNormalizeWeightsThatCancelOut() {
        MergeCase example =
                Anchors.of(method(), Map.of("normalize", "true"), Anchors.a(), Anchors.b());
        assertThat(method().faults(example.options(), example.withWeights(0.3, -0.3).inputs()))
                .hasSize(1);
    }

    @Test
    void isTheSumThatItSays() {
        Agreement.check(method(), 3, Map.of("lambda", "0.7"), example -> sum(example, 0.7));
        Agreement.check(method(), 1, Map.of("lambda", "-2"), example -> sum(example, -2));
    }

    private static double[] sum(MergeCase example, double lambda) {
        double[] values = example.base().clone();
        for (int i = 0; i < example.inputs().size(); i++) {
            for (int e = 0; e < values.length; e++) {
                double vector = example.numbers().get(i)[e] - example.base()[e];
                values[e] += lambda * example.inputs().get(i).weight() * vector;
            }
        }
        return values;
    }

    private void check(Map<String, String> options, double... expected) {
        MergeCase example = Anchors.of(method(), options, Anchors.a(), Anchors.b(), Anchors.c());
        Anchors.check(method(), example.withWeights(0.2, 0.5, 1), expected);
    }
}
