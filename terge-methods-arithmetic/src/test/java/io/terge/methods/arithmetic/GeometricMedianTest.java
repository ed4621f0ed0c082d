package io.terge.methods.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
                method(), 4, Map.of("max_iter", "7", "tol", "0"), GeometricMedianTest::slow);
    }

    private static double[] slow(MergeCase example) {
        double[] at = mean(example, new double[] {1, 1, 1, 1});
        for (int iteration = 0; iteration < 7; iteration++) {
            double[] distances = new double[4];
            for (int i = 0; i < 4; i++) {
                for (int e = 0; e < at.length; e++) {
                    distances[i] = Math.hypot(distances[i], at[e] - example.numbers().get(i)[e]);
                }
            }
            if (Arrays.stream(distances).anyMatch(distance -> distance == 0)) {
                return at;
            }
            at = mean(example, distances);
        }
        return at;
    }

    private static double[] mean(MergeCase example, double[] distances) {
        double[] mean = new double[example.base().length];
        for (int e = 0; e < mean.length; e++) {
            double weight = 0;
            for (int i = 0; i < distances.length; i++) {
                double share = example.inputs().get(i).weight() / distances[i];
                mean[e] += share * example.numbers().get(i)[e];
                weight += share;
            }
            mean[e] /= weight;
        }
        return mean;
    }
}
