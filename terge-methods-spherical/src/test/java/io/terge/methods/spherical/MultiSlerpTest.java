package io.terge.methods.spherical;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.Output;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;
import io.terge.testkit.ReferenceMerge;
import io.terge.testkit.ReferenceMerge.Outcome;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Map;

class MultiSlerpTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new MultiSlerp();
    }

    @Override
    protected boolean isIdempotent() {
        return true;
    }

    @Override
    protected boolean givesTheModelWithAllWeight() {
        return true;
    }

    @Override
    protected boolean keepsTheBaseExactly() {
        return true;
    }

    @Override
    protected double tolerance() {
        return 1e-7; // Of eps, which is added to norms.
    }

    @Test
    void reachesTheKnownResults() {
        MergeCase example =
                Anchors.of(method(), Map.of(), Anchors.a(), Anchors.b(), Anchors.c())
                        .withWeights(0.2, 0.5, 1);
        Anchors.check(
                method(),
                example.withoutBase(),
                1.008771,
                2.336181,
                3.396203,
                3.854757,
                -0.6290099,
                -0.204497,
                1.216092,
                1.978694);
        Anchors.check(
                method(),
                example,
                0.8304238,
                2.515097,
                3.664363,
                2.830996,
                0.2288138,
                -0.6643631,
                1.253181,
                1.810716);
    }

    @Test
    void isTheSumIfTheDirectionsCancelOutAndSaysSo() {
        double[] opposite = Arrays.stream(Anchors.a()).map(value -> -2 * value).toArray();
        MergeCase example = Anchors.of(method(), Map.of(), Anchors.a(), opposite).withoutBase();
        Outcome outcome = ReferenceMerge.inOneBlock().run(method(), example);
        assertThat(((Output.Linear) outcome.output()).coefficients()).containsExactly(0.5, 0.5);
        assertThat(outcome.notes())
                .containsExactly("the directions cancel out or are zero: used the weighted sum");
    }

    @Test
    void isOneModelAsItIs() {
        MergeCase example = Anchors.of(method(), Map.of(), Anchors.a()).withWeights(0.2);
        assertThat(ReferenceMerge.inOneBlock().run(method(), example.withoutBase()).values())
                .containsExactly(Anchors.a());
    }

    @Test
    void refusesToNormalizeWeightsThatCancelOut() {
        MergeCase example = Anchors.of(method(), Map.of(), Anchors.a(), Anchors.b());
        assertThat(method().faults(example.options(), example.withWeights(1, -1).inputs()))
                .hasSize(1);
        MergeCase sum = Anchors.of(method(), Map.of("normalize_weights", "false"), Anchors.a());
        assertThat(method().faults(sum.options(), example.withWeights(1, -1).inputs())).isEmpty();
    }

    @Test
    void isThePublishedFormulaOnVectors() {
        Agreement.check(method(), 3, Map.of(), MultiSlerpTest::slow);
    }

    private static double[] slow(MergeCase example) {
        int models = example.inputs().size();
        double[] origin = example.statesBase() ? example.base() : new double[example.base().length];
        double[][] units = new double[models][origin.length];
        double[] mean = new double[origin.length];
        double scale = 0;
        for (int i = 0; i < models; i++) {
            for (int e = 0; e < origin.length; e++) {
                units[i][e] = example.numbers().get(i)[e] - origin[e];
            }
            double norm = SlowArc.norm(units[i]);
            double weight = example.inputs().get(i).weight();
            scale += weight * norm;
            for (int e = 0; e < origin.length; e++) {
                units[i][e] /= norm + 1e-8;
                mean[e] += weight * units[i][e];
            }
        }
        double length = SlowArc.norm(mean);
        if (length < 1e-8) {
            return origin; // Only of models that equal the base.
        }
        Arrays.setAll(mean, e -> mean[e] / length);
        double[] tangent = new double[origin.length];
        for (int i = 0; i < models; i++) {
            double along = SlowArc.product(units[i], mean);
            for (int e = 0; e < origin.length; e++) {
                tangent[e] += example.inputs().get(i).weight() * (units[i][e] - along * mean[e]);
            }
        }
        double angle = SlowArc.norm(tangent) + 1e-8;
        double[] values = new double[origin.length];
        for (int e = 0; e < values.length; e++) {
            double point = mean[e] * Math.cos(angle) + tangent[e] * Math.sin(angle) / angle;
            values[e] = origin[e] + scale * point;
        }
        return values;
    }
}
