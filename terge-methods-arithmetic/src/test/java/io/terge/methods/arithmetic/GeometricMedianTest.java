package io.terge.methods.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;
import io.terge.testkit.ReferenceMerge;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

class GeometricMedianTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new GeometricMedian();
    }

    @Override
    protected double tolerance() {
        return 1e-9;
    }

    @Test
    void isNotMovedByAnOutlier() {
        double[] far = new double[8];
        Arrays.fill(far, 1e6);
        MergeCase example =
                Anchors.of(
                        method(),
                        Map.of("max_iter", "10000", "tol", "0"),
                        Anchors.a(),
                        Anchors.a(),
                        Anchors.a(),
                        far);
        double[] values = ReferenceMerge.inOneBlock().run(method(), example).values();
        for (int e = 0; e < values.length; e++) {
            assertThat(values[e]).isCloseTo(Anchors.a()[e], within(1e-2));
        }
    }

    @Test
    void isTheFermatPointOfATriangle() {
        // Of an equilateral triangle it is the centre.
        MergeCase triangle =
                MergeCase.of(
                                List.of(
                                        new double[] {0, 0},
                                        new double[] {2, 0},
                                        new double[] {1, Math.sqrt(3)}),
                                0.2,
                                0.4,
                                0.4)
                        .withOptions(method(), Map.of("max_iter", "1"));
        assertThat(ReferenceMerge.inOneBlock().run(method(), triangle).values()[0])
                .isNotCloseTo(1, within(0.1));
        MergeCase equal =
                triangle.withWeights(1.0 / 3, 1.0 / 3, 1.0 / 3).withOptions(method(), Map.of());
        double[] centre = ReferenceMerge.inOneBlock().run(method(), equal).values();
        assertThat(centre[0]).isCloseTo(1, within(1e-9));
        assertThat(centre[1]).isCloseTo(1 / Math.sqrt(3), within(1e-9));
    }

    @Test
    void isTheMeanForWhatIsNotFinite() {
        double[] infinite = Anchors.a();
        infinite[0] = Double.POSITIVE_INFINITY;
        MergeCase example = Anchors.of(method(), Map.of(), Anchors.b(), infinite);
        assertThat(ReferenceMerge.inOneBlock().run(method(), example).notes())
                .containsExactly("distances are not finite: used the weighted mean");
        assertThat(ReferenceMerge.inOneBlock().run(method(), example).values()[1]).isEqualTo(2.25);
    }

    @Test
    void isWeiszfeldsIterationOnPoints() {
        Agreement.check(
                method(), 4, Map.of("max_iter", "7", "tol", "0"), example -> slow(example, 7, 0));
    }

    @Test
    void stopsWhenTheCoefficientsSettle() {
        Agreement.check(method(), 4, Map.of(), example -> slow(example, 100, 1e-8));
        Agreement.check(method(), 3, Map.of(), example -> slow(example, 100, 1e-8));
    }

    private static double[] slow(MergeCase example, int iterations, double tolerance) {
        double[] shares = example.inputs().stream().mapToDouble(MergeInput::weight).toArray();
        double largest = 0;
        for (double[] one : example.numbers()) {
            for (double[] other : example.numbers()) {
                largest = Math.max(largest, distance(one, other));
            }
        }
        double change = 1;
        for (int i = 0; i < iterations && change > tolerance && largest > 0; i++) {
            double[] next = next(example, shares, 1e-9 * largest);
            change = 0;
            for (int k = 0; k < next.length; k++) {
                change = Math.max(change, Math.abs(next[k] - shares[k]));
            }
            shares = next;
        }
        return mean(example, shares);
    }

    private static double[] next(MergeCase example, double[] shares, double near) {
        double[] at = mean(example, shares);
        double[] next = new double[shares.length];
        for (int i = 0; i < next.length; i++) {
            double distance = distance(at, example.numbers().get(i));
            next[i] = example.inputs().get(i).weight() / Math.max(near, distance);
        }
        double sum = Arrays.stream(next).sum();
        return Arrays.stream(next).map(share -> share / sum).toArray();
    }

    private static double[] mean(MergeCase example, double[] shares) {
        double[] mean = new double[example.base().length];
        for (int i = 0; i < shares.length; i++) {
            for (int e = 0; e < mean.length; e++) {
                mean[e] += shares[i] * example.numbers().get(i)[e];
            }
        }
        return mean;
    }

    private static double distance(double[] one, double[] other) {
        double distance = 0;
        for (int e = 0; e < one.length; e++) {
            distance = Math.hypot(distance, one[e] - other[e]);
        }
        return distance;
    }
}
