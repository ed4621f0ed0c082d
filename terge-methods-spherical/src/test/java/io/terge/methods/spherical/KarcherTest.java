package io.terge.methods.spherical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;
import io.terge.testkit.ReferenceMerge;
import io.terge.testkit.ReferenceMerge.Outcome;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Map;

class KarcherTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new Karcher();
    }

    @Override
    protected boolean givesTheModelWithAllWeight() {
        return true;
    }

    @Override
    protected double tolerance() {
        return 1e-7; // Of a cosine near 1 the angle has half of the digits.
    }

    @Test
    void reachesTheKnownResult() {
        Anchors.check(
                method(),
                Anchors.of(method(), Map.of(), Anchors.a(), Anchors.b(), Anchors.c()),
                1.132609,
                2.345745,
                3.033102,
                4.294972,
                -0.9651517,
                0.197734,
                1.447961,
                1.504325);
    }

    @Test
    void isTheMiddleOfAnArc() {
        MergeCase example = Anchors.of(method(), Map.of("tol", "0"), Anchors.a(), Anchors.b());
        double[] unit = Anchors.b().clone();
        double ratio = SlowArc.norm(Anchors.a()) / SlowArc.norm(Anchors.b());
        Arrays.setAll(unit, e -> unit[e] * ratio);
        double[] middle = SlowArc.at(0.3, Anchors.a(), unit);
        double scale =
                (0.7 * SlowArc.norm(Anchors.a()) + 0.3 * SlowArc.norm(Anchors.b()))
                        / SlowArc.norm(Anchors.a());
        Arrays.setAll(middle, e -> middle[e] * scale);
        assertThat(
                        ReferenceMerge.inOneBlock()
                                .run(method(), example.withWeights(0.7, 0.3))
                                .values())
                .containsExactly(middle, within(1e-9));
    }

    @Test
    void isTheMeanOfOppositeModelsAndSaysSo() {
        double[] opposite = Arrays.stream(Anchors.a()).map(value -> -value).toArray();
        Outcome outcome =
                ReferenceMerge.inOneBlock()
                        .run(method(), Anchors.of(method(), Map.of(), Anchors.a(), opposite));
        assertThat(outcome.values()).containsOnly(0);
        assertThat(outcome.notes())
                .containsExactly("the directions cancel out: used the weighted mean");
    }

    @Test
    void leavesTheDirectionOfAZeroModelOut() {
        MergeCase example = Anchors.of(method(), Map.of(), Anchors.a(), new double[8]);
        double[] half = Arrays.stream(Anchors.a()).map(value -> value / 2).toArray();
        assertThat(ReferenceMerge.inOneBlock().run(method(), example).values())
                .containsExactly(half, within(1e-12));
    }

    @Test
    void refusesNegativeWeights() {
        MergeCase example = Anchors.of(method(), Map.of(), Anchors.a(), Anchors.b());
        assertThat(method().faults(example.options(), example.withWeights(1.5, -0.5).inputs()))
                .containsExactly("weights must not be negative, but that of model 1 is -0.5");
    }

    @Test
    void isWhereTheTangentsOfVectorsCancelOut() {
        Agreement.check(method(), 3, Map.of("max_iter", "200", "tol", "0"), KarcherTest::slow);
    }

    private static double[] slow(MergeCase example) {
        int models = example.inputs().size();
        int elements = example.base().length;
        double[][] units = new double[models][];
        double[] at = new double[elements];
        double scale = 0;
        for (int i = 0; i < models; i++) {
            units[i] = unit(example.numbers().get(i));
            double weight = example.inputs().get(i).weight();
            scale += weight * SlowArc.norm(example.numbers().get(i));
            for (int e = 0; e < elements; e++) {
                at[e] += weight * units[i][e];
            }
        }
        at = unit(at);
        for (int iteration = 0; iteration < 200; iteration++) {
            double[] next = at.clone();
            for (int i = 0; i < models; i++) {
                double angle = SlowArc.angle(at, units[i]);
                double along = SlowArc.product(at, units[i]);
                if (angle == 0 || angle > 3.14) {
                    continue;
                }
                for (int e = 0; e < elements; e++) {
                    double tangent = units[i][e] - along * at[e];
                    next[e] += example.inputs().get(i).weight() * angle / Math.sin(angle) * tangent;
                }
            }
            at = unit(next); // A step along the tangent itself goes to the same place in the end.
        }
        double[] values = new double[elements];
        for (int e = 0; e < elements; e++) {
            values[e] = scale * at[e];
        }
        return values;
    }

    private static double[] unit(double[] vector) {
        double norm = SlowArc.norm(vector);
        return Arrays.stream(vector).map(value -> value / norm).toArray();
    }
}
