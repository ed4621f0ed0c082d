package io.terge.methods.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.ReferenceMerge;
import io.terge.testkit.ReferenceMerge.Outcome;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Map;

class TiesTest extends TaskVectorContract {

    @Override
    protected MergeMethod method() {
        return new Ties();
    }

    @Override
    protected Map<String, String> optionValues() {
        return Map.of("density", "0.5");
    }

    @Test
    void reachesTheKnownResults() {
        Anchors.check(
                method(),
                Anchors.of(method(), Map.of("density", "1"), Anchors.a(), Anchors.b(), Anchors.c())
                        .withWeights(0.2, 0.5, 1),
                0.5,
                2.25,
                3.5,
                3,
                0,
                -0.5,
                3,
                0);
        Anchors.check(
                method(),
                Anchors.of(method(), Map.of("density", "0.5"), Anchors.ranked()),
                1.5,
                2,
                2,
                4,
                -1,
                1.75,
                1,
                0);
        Anchors.check(
                method(),
                Anchors.of(method(), Map.of("density", "0.5", "rescale", "l1"), Anchors.ranked()),
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
        Anchors.check(
                method(),
                Anchors.of(method(), Map.of("density", "0.5"), example.numbers().getFirst()),
                2,
                3,
                4,
                5,
                -1,
                0,
                1,
                2);
    }

    @Test
    void doesNotRescaleByASumThatIsNotFinite() {
        for (double element : new double[] {Double.POSITIVE_INFINITY, Double.NaN}) {
            double[] model = Anchors.ranked();
            model[0] = element;
            Outcome outcome =
                    ReferenceMerge.inOneBlock()
                            .run(
                                    method(),
                                    Anchors.of(
                                            method(),
                                            Map.of("density", "0.5", "rescale", "l1"),
                                            model));
            assertThat(Arrays.stream(outcome.values()).map(value -> value + 0.0))
                    .containsExactly(element, 2.0, 2.0, 4.0, -1.0, 1.75, 1.0, 0.0);
            assertThat(outcome.notes())
                    .containsExactly(
                            "the task vector of model 0 is not finite: it was not rescaled");
        }
    }
}
