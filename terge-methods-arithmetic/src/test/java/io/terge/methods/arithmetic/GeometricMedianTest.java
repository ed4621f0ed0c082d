package io.terge.methods.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;
import io.terge.testkit.ReferenceMerge;
import io.terge.testkit.TensorFixtures;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class GeometricMedianTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new GeometricMedian();
    }

    @Test
    void isNotMovedByAnOutlier() {
        double[] far = new double[8];
        Arrays.fill(far, 1e6);
        assertThat(merged(List.of(Anchors.a(), Anchors.a(), Anchors.a(), far)))
                .containsExactly(Anchors.a());
    }

    @Test
    void isTheFermatPointOfATriangle() {
        // Of an equilateral triangle it is the centre.
        List<double[]> triangle =
                List.of(new double[] {0, 0}, new double[] {2, 0}, new double[] {1, Math.sqrt(3)});
        double[] centre = merged(triangle);
        assertThat(centre[0]).isCloseTo(1, within(1e-15));
        assertThat(centre[1]).isCloseTo(1 / Math.sqrt(3), within(1e-15));
    }

    @Test
    void isTheModelThatTheOthersDoNotOutweigh() {
        // A triangle with an angle of more than 120 degrees, at the second model.
        assertThat(
                        merged(
                                List.of(
                                        new double[] {-3, 1 / 3.0, 0},
                                        new double[] {0.1, 0.7, -0.0},
                                        new double[] {4, 1e-3, 0.2})))
                .containsExactly(0.1, 0.7, -0.0);
        // Half of the weight is always enough.
        List<double[]> corners =
                List.of(new double[] {0, 1e-9}, new double[] {1, 0.3}, new double[] {0, 1});
        assertThat(merged(corners, 0.25, 0.25, 0.5)).containsExactly(0, 1);
    }

    @Test
    void isExactBesideAModel() {
        // The angle at the first model is 120 degrees less a little: with x and y for the others'
        // distances from it along and across, the point is x - y / sqrt(3) away.
        for (double little : new double[] {1e-1, 1e-4, 1e-7, 1e-10}) {
            double across = 0.75;
            double along = across / Math.sqrt(3) + little;
            double[] point =
                    merged(
                            List.of(
                                    new double[] {0, 0},
                                    new double[] {along, across},
                                    new double[] {along, -across}));
            BigDecimal root = BigDecimal.valueOf(3).sqrt(MathContext.DECIMAL128);
            double expected =
                    new BigDecimal(along)
                            .subtract(new BigDecimal(across).divide(root, MathContext.DECIMAL128))
                            .doubleValue();
            assertThat(point[0]).isCloseTo(expected, within(1e-15));
            assertThat(point[1]).isCloseTo(0, within(1e-15));
        }
    }

    @Test
    void isTheMeanOfTheModelsThatAreEquallyNear() {
        // Of models on a line it is the median; of an even number, the middle of the two medians.
        assertThat(merged(line(0, 1, 2, 10))).containsExactly(onLine(1.5));
        assertThat(merged(line(7, 0, 2, 10, 1))).containsExactly(onLine(2));
        assertThat(merged(line(0.1, 0.4, 0.7), 0.3, 0.2, 0.5)[0])
                .isCloseTo(onLine(0.55)[0], within(1e-15));
        assertThat(merged(line(1, 4))).containsExactly(onLine(2.5));
        assertThat(merged(line(1, 4), 0.4, 0.6)).containsExactly(onLine(4));
    }

    @Test
    void countsEqualModelsAsOne() {
        List<double[]> twice = line(3, 3, 5, 9);
        assertThat(merged(twice)).containsExactly(onLine(4));
        assertThat(merged(twice, 0.3, 0.3, 0.2, 0.2)).containsExactly(onLine(3));
    }

    @Test
    void agreesWithTheIterationOnPoints() {
        for (int models : new int[] {2, 3, 4, 7}) {
            Agreement.check(method(), models, Map.of(), SlowMedian::of);
        }
    }

    @Test
    void agreesWithTheIterationForMoreModelsThanElements() {
        TensorFixtures fixtures = TensorFixtures.seeded(5);
        for (int count = 3; count <= 30; count++) {
            MergeCase points =
                    MergeCase.of(
                            Stream.generate(() -> fixtures.values(2)).limit(count).toList(),
                            fixtures.shares(count));
            assertThat(run(points)).containsExactly(SlowMedian.of(points), within(1e-12));
        }
    }

    @Test
    void findsTheMedianOfModelsThatAreCloseComparedWithAnOutlier() {
        TensorFixtures fixtures = TensorFixtures.seeded(6);
        for (double far : new double[] {1e3, 1e6, 1e9, 1e12, 1e15}) {
            List<double[]> models =
                    Stream.generate(() -> fixtures.values(50))
                            .limit(4)
                            .collect(Collectors.toCollection(ArrayList::new));
            double[] outlier = fixtures.values(50);
            Arrays.setAll(outlier, e -> far * outlier[e]);
            models.add(outlier);
            MergeCase example = MergeCase.of(models);
            assertThat(run(example)).containsExactly(SlowMedian.of(example), within(1e-12));
        }
    }

    @Test
    void findsTheMedianOfTinyAndOfHugeElements() {
        TensorFixtures fixtures = TensorFixtures.seeded(7);
        for (int outlier : new int[] {0, 20}) {
            List<double[]> models =
                    Stream.generate(() -> fixtures.values(40))
                            .limit(5)
                            .collect(Collectors.toCollection(ArrayList::new));
            models.set(3, scaled(models.get(3), outlier));
            double[] expected = merged(models);
            for (int exponent : new int[] {-700, -300, 300, 700}) {
                double[] found =
                        merged(models.stream().map(each -> scaled(each, exponent)).toList());
                assertThat(scaled(found, -exponent)).containsExactly(expected, within(1e-13));
            }
        }
    }

    @Test
    void doesNotAskModelsWithoutAWeight() {
        double[] none = new double[8];
        Arrays.fill(none, Double.NaN);
        assertThat(merged(List.of(Anchors.a(), none, Anchors.b()), 0.3, 0, 0.7))
                .containsExactly(Anchors.b());
    }

    @Test
    void saysThatItStoppedBeforeTheEnd() {
        TensorFixtures fixtures = TensorFixtures.seeded(8);
        MergeCase example =
                MergeCase.of(Stream.generate(() -> fixtures.values(9)).limit(4).toList())
                        .withOptions(method(), Map.of("max_iter", "1"));
        assertThat(ReferenceMerge.inOneBlock().run(method(), example).notes())
                .containsExactly("stopped after max_iter=1 iterations, before tol was reached");
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

    private double[] merged(List<double[]> models, double... weights) {
        return run(weights.length == 0 ? MergeCase.of(models) : MergeCase.of(models, weights));
    }

    private double[] run(MergeCase example) {
        ReferenceMerge.Outcome outcome =
                ReferenceMerge.inOneBlock().run(method(), example.withOptions(method(), Map.of()));
        assertThat(outcome.notes()).isEmpty();
        return outcome.values();
    }

    private static List<double[]> line(double... places) {
        return Arrays.stream(places).mapToObj(GeometricMedianTest::onLine).toList();
    }

    private static double[] onLine(double place) {
        return new double[] {1 + 3 * place, 2 - 5 * place, 8 * place};
    }

    private static double[] scaled(double[] values, int exponent) {
        return Arrays.stream(values).map(value -> Math.scalb(value, exponent)).toArray();
    }
}
