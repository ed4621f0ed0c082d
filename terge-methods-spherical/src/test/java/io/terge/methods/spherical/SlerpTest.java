package io.terge.methods.spherical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.Output;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;
import io.terge.testkit.ReferenceMerge;
import io.terge.testkit.ReferenceMerge.Outcome;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

class SlerpTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new Slerp();
    }

    @Override
    protected boolean ignoresModelOrder() {
        return false;
    }

    @Override
    protected Map<String, String> optionValues() {
        return Map.of("t", "0.3");
    }

    @Test
    void isFoundByServiceLoaderWithItsRelatives() {
        assertThat(ServiceLoader.load(MergeMethod.class))
                .extracting(MergeMethod::name)
                .containsExactly("slerp", "nuslerp", "multislerp", "karcher");
    }

    @Test
    void reachesTheKnownResult() {
        Anchors.check(
                method(),
                Anchors.of(method(), Map.of("t", "0.3"), Anchors.a(), Anchors.b()),
                1.228459,
                2.209226,
                2.36503,
                4.597228,
                -1.338319,
                0.7151035,
                1.649926,
                0.7790189);
    }

    @Test
    void isALineForOppositeOrZeroVectorsAndSaysSo() {
        Outcome opposite = run(new double[] {3, 4}, new double[] {-6, -8});
        assertThat(opposite.values()).containsExactly(new double[] {0.3, 0.4}, within(1e-15));
        assertThat(opposite.notes())
                .containsExactly("the vectors point in opposite directions: interpolated linearly");
        Outcome zero = run(new double[] {0, 0}, new double[] {2, 4});
        assertThat(zero.values()).containsExactly(new double[] {0.6, 1.2}, within(1e-15));
        assertThat(zero.notes())
                .containsExactly("a norm is zero or below 1e-145: interpolated linearly");
        Outcome tiny = run(new double[] {1e-159, 0}, new double[] {0, 1e-159});
        assertThat(tiny.values()).containsExactly(new double[] {7e-160, 3e-160}, within(1e-174));
        assertThat(tiny.notes()).isEqualTo(zero.notes());
        Outcome infinite = run(new double[] {0, Double.POSITIVE_INFINITY}, new double[] {2, 4});
        assertThat(infinite.values()[0]).isEqualTo(0.6);
        assertThat(infinite.notes()).containsExactly("a norm is not finite: interpolated linearly");
    }

    @Test
    void isALineForParallelVectorsWithoutANote() {
        Outcome outcome = run(new double[] {1, 2}, new double[] {2, 4});
        assertThat(outcome.values()).containsExactly(new double[] {1.3, 2.6}, within(1e-12));
        assertThat(outcome.notes()).isEmpty();
    }

    @Test
    void isALineAboveAGivenCosine() {
        MergeCase example =
                Anchors.of(
                        method(),
                        Map.of("t", "0.5", "linear_above", "0.5"),
                        Anchors.a(),
                        Anchors.b());
        assertThat(
                        ((Output.Linear)
                                        ReferenceMerge.inOneBlock().run(method(), example).output())
                                .coefficients())
                .containsExactly(0.5, 0.5);
    }

    @Test
    void isTheArcOfAnAngleFoundInAnotherWay() {
        for (String t : new String[] {"0.3", "-0.5", "1.25"}) {
            Agreement.check(
                    method(),
                    2,
                    Map.of("t", t),
                    example ->
                            SlowArc.at(
                                    Double.parseDouble(t),
                                    example.numbers().get(0),
                                    example.numbers().get(1)));
        }
    }

    private Outcome run(double[] from, double[] to) {
        MergeCase example =
                MergeCase.of(List.of(from, to), 0.5, 0.5).withOptions(method(), Map.of("t", "0.3"));
        return ReferenceMerge.inOneBlock().run(method(), example);
    }
}
