package io.terge.methods.sparse;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;

import org.junit.jupiter.api.Test;

import java.util.Map;

class TiesTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new Ties();
    }

    @Override
    protected boolean keepsTheBaseExactly() {
        return true;
    }

    @Override
    protected Map<String, String> optionValues() {
        return Map.of("density", "0.5");
    }

    @Test
    void reachesTheKnownResults() {
        check(
                Map.of("density", "1"),
                new double[] {0.2, 0.5, 1},
                new double[][] {Anchors.A, Anchors.B, Anchors.C},
                0.5,
                2.25,
                3.5,
                3,
                0,
                -0.5,
                3,
                0);
        check(
                Map.of("density", "0.5"),
                new double[] {1},
                new double[][] {Anchors.A3},
                1.5,
                2,
                2,
                4,
                -1,
                1.75,
                1,
                0);
        check(
                Map.of("density", "0.5", "rescale", "l1"),
                new double[] {1},
                new double[][] {Anchors.A3},
                1.577381,
                2,
                1.845238,
                4,
                -1,
                2.020833,
                1,
                -0.3095238);
    }

    @Test
    void isWhatThePaperSays() {
        for (String density : new String[] {"0.3", "0.7", "0"}) {
            Agreement.check(
                    method(),
                    3,
                    Map.of("density", density, "lambda", "0.7"),
                    example -> SlowTies.of(example, Double.parseDouble(density), 0.7, true));
        }
    }

    @Test
    void theFirstOfEqualElementsAreKept() {
        MergeCase example =
                Anchors.of(
                        method(), Map.of("density", "0.5"), new double[] {2, 3, 4, 5, 0, 1, 2, 3});
        check(
                Map.of("density", "0.5"),
                new double[] {1},
                new double[][] {example.numbers().getFirst()},
                2,
                3,
                4,
                5,
                -1,
                0,
                1,
                2);
    }

    private void check(
            Map<String, String> options, double[] weights, double[][] models, double... expected) {
        MergeCase example = Anchors.of(method(), options, models);
        Anchors.check(method(), Anchors.weighted(example, weights), expected);
    }
}
