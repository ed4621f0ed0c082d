package io.terge.methods.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.terge.spi.method.MergeMethod;
import io.terge.tensor.Shape;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.BlockOrder;
import io.terge.testkit.MergeCase;
import io.terge.testkit.ReferenceMerge;
import io.terge.testkit.ReferenceMerge.Outcome;
import io.terge.testkit.TensorFixtures;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class SceTest extends TaskVectorContract {

    @Override
    protected MergeMethod method() {
        return new Sce();
    }

    @Test
    void reachesTheKnownResults() {
        MergeCase all = Anchors.of(method(), Map.of(), Anchors.a(), Anchors.b(), Anchors.c());
        Anchors.check(method(), all, 1.5, 2.39101, 2, 4.63756, 0, 1, 3, 0);
        MergeCase half =
                Anchors.of(
                        method(),
                        Map.of("select_topk", "0.5"),
                        Anchors.a(),
                        Anchors.b(),
                        Anchors.c());
        Anchors.check(method(), half, 1, 2, 3, 4.704545, 0, 0, 3, 0);
    }

    @Test
    void isTheBaseIfModelsDoNotVary() {
        MergeCase example =
                Anchors.of(method(), Map.of("select_topk", "0.5"), Anchors.a(), Anchors.a());
        Outcome outcome = ReferenceMerge.inOneBlock().run(method(), example);
        assertThat(outcome.values()).containsExactly(Anchors.base());
        assertThat(outcome.notes()).containsExactly("no element is selected: used the base");
    }

    @Test
    void isWhatItSays() {
        Agreement.check(method(), 3, Map.of("select_topk", "0.4"), example -> slow(example, 0.4));
        Agreement.check(method(), 2, Map.of(), example -> slow(example, 1));
    }

    @Test
    void elementsOnWhichModelsAreDividedArePositive() {
        // Task vectors 2 and -2, of the same size, are a tie.
        double[] up = {3, 2, 3, 4, -1, 0, 1, 2};
        double[] down = {-1, 2, 3, 4, -1, 0, 1, 2};
        Anchors.check(method(), Anchors.of(method(), Map.of(), up, down), 3, 2, 3, 4, -1, 0, 1, 2);
    }

    @Test
    void modelsOfSmallChangesCountTheSameWithANote() {
        double[] one = Anchors.base();
        double[] other = Anchors.base();
        one[0] += 0.001;
        other[0] += 0.0005;
        Outcome outcome =
                ReferenceMerge.inOneBlock()
                        .run(method(), Anchors.of(method(), Map.of(), one, other));
        assertThat(outcome.values()[0]).isCloseTo(1.00075, within(1e-12));
        assertThat(outcome.notes())
                .containsExactly(
                        "the task vectors are too small to weight models by: used equal weights");
    }

    @Test
    void modelsWhoseSquaresAreNotFiniteCountTheSameWithANote() {
        double[] one = Anchors.base();
        double[] other = Anchors.base();
        one[0] = 1e200;
        other[0] = 3e200;
        Outcome outcome =
                ReferenceMerge.inOneBlock()
                        .run(method(), Anchors.of(method(), Map.of(), one, other));
        assertThat(outcome.values()[0]).isCloseTo(2e200, within(1e190));
        assertThat(outcome.notes())
                .containsExactly(
                        "the squares of the task vectors are not finite: used equal weights");
    }

    @Test
    void equalModelsThatAreTheBaseNeedNoNote() {
        MergeCase example = Anchors.of(method(), Map.of(), Anchors.base(), Anchors.base());
        assertThat(ReferenceMerge.inOneBlock().run(method(), example).notes()).isEmpty();
    }

    @Test
    void selectsOfTheWholeModel() {
        // One parameter of the model is cut in two, which makes no difference to the selection;
        // changes this small give equal weights to both.
        MergeCase whole =
                MergeCase.of(List.of(changes(1), changes(2)))
                        .withBase(new double[30_000])
                        .withShape(Shape.of(30_000))
                        .withOptions(method(), Map.of("select_topk", "0.4", "scope", "model"));
        List<MergeCase> halves =
                List.of(part(whole, 0, 100).withName("a"), part(whole, 100, 30_000).withName("b"));

        List<Outcome> outcomes =
                new ReferenceMerge(512, BlockOrder.INTERLEAVED).run(method(), halves);

        double[] expected = slow(whole, 0.4);
        assertThat(outcomes.get(0).values())
                .containsExactly(Arrays.copyOfRange(expected, 0, 100), within(1e-15));
        assertThat(outcomes.get(1).values())
                .containsExactly(Arrays.copyOfRange(expected, 100, 30_000), within(1e-15));
    }

    private static double[] changes(int seed) {
        double[] values = TensorFixtures.seeded(seed).values(30_000);
        return IntStream.range(0, values.length)
                .mapToDouble(e -> values[e] * (e < 100 ? 1e-5 : 3e-5))
                .toArray();
    }

    private static MergeCase part(MergeCase whole, int from, int to) {
        return MergeCase.of(
                        whole.numbers().stream()
                                .map(each -> Arrays.copyOfRange(each, from, to))
                                .toList())
                .withBase(Arrays.copyOfRange(whole.base(), from, to))
                .withShape(Shape.of(to - from))
                .withOptions(new Sce(), Map.of("select_topk", "0.4", "scope", "model"));
    }

    /** Over whole arrays, with sorting. */
    private static double[] slow(MergeCase example, double fraction) {
        int models = example.inputs().size();
        int elements = example.base().length;
        boolean[] selected = selected(example, fraction);
        double[][] vectors = new double[models][];
        double[] squares = new double[models];
        for (int i = 0; i < models; i++) {
            vectors[i] = TaskVectors.of(example, i);
            for (int e = 0; e < elements; e++) {
                vectors[i][e] = selected[e] ? vectors[i][e] : 0;
                squares[i] += vectors[i][e] * vectors[i][e] / elements;
            }
        }
        double total = Arrays.stream(squares).sum();
        double[] result = example.base().clone();
        for (int e = 0; e < elements; e++) {
            double vote = 0;
            for (double[] vector : vectors) {
                vote += vector[e];
            }
            double sign = vote < 0 ? -1 : 1;
            double sum = 0;
            double weights = 0;
            for (int i = 0; i < models; i++) {
                double weight = total < 1e-6 ? 1.0 / models : squares[i] / total;
                if (vectors[i][e] * sign > 0) {
                    sum += weight * vectors[i][e];
                    weights += weight;
                }
            }
            result[e] += weights == 0 ? 0 : sum / weights;
        }
        return result;
    }

    private static boolean[] selected(MergeCase example, double fraction) {
        int elements = example.base().length;
        double[] variances = new double[elements];
        boolean[] selected = new boolean[elements];
        for (int e = 0; e < elements; e++) {
            int at = e;
            double[] values = example.numbers().stream().mapToDouble(each -> each[at]).toArray();
            // From the first model, and rounded like this, so that ties of the method are ties
            // here.
            double[] distances = Arrays.stream(values).map(v -> v - values[0]).toArray();
            double mean = 0;
            for (double distance : distances) {
                mean += distance / values.length;
            }
            for (double distance : distances) {
                variances[e] += (distance - mean) * (distance - mean);
            }
            selected[e] = fraction == 1;
        }
        long varying = Arrays.stream(variances).filter(variance -> variance > 0).count();
        IntStream.range(0, elements)
                .boxed()
                .sorted(Comparator.comparing((Integer e) -> -variances[e]))
                .limit(fraction == 1 ? 0 : (long) (fraction * varying))
                .forEach(e -> selected[e] = true);
        return selected;
    }
}
