package io.terge.methods.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.tensor.Shape;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.ReferenceMerge;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class PcbTest extends TaskVectorContract {

    @Override
    protected MergeMethod method() {
        return new Pcb();
    }

    @Override
    protected Map<String, String> optionValues() {
        return Map.of("density", "0.5");
    }

    @Test
    void reachesTheNumbersOfThePaper() {
        // Computed from the equations of the paper with NumPy.
        Anchors.check(
                method(),
                Anchors.of(
                                method(),
                                Map.of("density", "0.4"),
                                Anchors.a(),
                                Anchors.b(),
                                Anchors.c())
                        .withWeights(1, 1, 1),
                1,
                2,
                2,
                3.2762650452,
                -0.2238678472,
                1,
                2.8915039046,
                0);
        Anchors.check(
                method(),
                Anchors.of(
                                method(),
                                Map.of("density", "1", "lambda", "1.5"),
                                Anchors.a(),
                                Anchors.b(),
                                Anchors.c())
                        .withWeights(1, 0.5, 2),
                1.1495404472,
                2.2460349581,
                2.7329831986,
                1.7071680344,
                1.4225070849,
                0.2670168014,
                2.3158160698,
                -0.804103747);
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
    }

    @Test
    void isWhatThePaperSays() {
        for (double density : new double[] {0.2, 0.65, 1}) {
            Agreement.check(
                    method(),
                    3,
                    Map.of("density", Double.toString(density), "lambda", "0.7"),
                    example -> slow(example, density, 0.7));
        }
    }

    @Test
    void modelsThatOpposeEachOtherHaveADefinedResult() {
        // The task vectors are v and -v, so their scores are equal and they cancel out.
        double[] opposite = new double[Anchors.ranked().length];
        Arrays.setAll(opposite, e -> 2 * Anchors.base()[e] - Anchors.ranked()[e]);
        MergeCase example =
                Anchors.of(method(), Map.of("density", "1"), Anchors.ranked(), opposite);
        assertThat(ReferenceMerge.inOneBlock().run(method(), example.withWeights(1, 1)).values())
                .containsExactly(Anchors.base());
    }

    @Test
    void manyModelsDoNotOverflow() {
        // A softmax of 800 times a number needs its largest one subtracted.
        MergeCase example =
                MergeCase.of(Collections.nCopies(800, new double[] {1, 2, 4}))
                        .withBase(new double[3])
                        .withShape(Shape.of(3))
                        .withOptions(method(), Map.of("density", "0.34"));
        double[] ones = new double[800];
        Arrays.fill(ones, 1);
        assertThat(ReferenceMerge.inOneBlock().run(method(), example.withWeights(ones)).values())
                .containsExactly(0, 0, 4);
    }

    @Test
    void hugeNumbersDoNotOverflow() {
        double[] one = {1e300, -1e300, 1, 0};
        double[] other = {1e300, 1e300, 0, 1};
        MergeCase example =
                MergeCase.of(List.of(one, other))
                        .withBase(new double[4])
                        .withShape(Shape.of(4))
                        .withOptions(method(), Map.of("density", "1"));
        assertThat(ReferenceMerge.inOneBlock().run(method(), example.withWeights(1, 1)).values())
                .doesNotContain(Double.NaN)
                .startsWith(1e300);
    }

    /** Over whole arrays, with sorting. */
    private static double[] slow(MergeCase example, double density, double lambda) {
        int models = example.inputs().size();
        int n = example.base().length;
        double[] sums = new double[n];
        double[] scores = new double[n];
        for (int i = 0; i < models; i++) {
            double[] vector = TaskVectors.of(example, i);
            double[] agreement = new double[n];
            for (int j = 0; j < models; j++) {
                double[] products = scaled(vector, TaskVectors.of(example, j));
                double[] soft = softmax(products, 1);
                Arrays.setAll(agreement, e -> agreement[e] + soft[e]);
            }
            double[] own = softmax(scaled(vector, vector), models);
            double weight = example.inputs().get(i).weight();
            IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparing((Integer e) -> -own[e] * agreement[e]))
                    .limit((long) (density * n))
                    .forEach(
                            e -> {
                                scores[e] += own[e] * agreement[e];
                                sums[e] += weight * own[e] * agreement[e] * vector[e];
                            });
        }
        double[] output = example.base().clone();
        for (int e = 0; e < n; e++) {
            output[e] += scores[e] > 0 ? lambda * sums[e] / scores[e] : 0;
        }
        return output;
    }

    private static double[] scaled(double[] left, double[] right) {
        double[] products = new double[left.length];
        Arrays.setAll(products, e -> left[e] * right[e]);
        double least = Arrays.stream(products).min().orElse(0);
        double most = Arrays.stream(products).max().orElse(0);
        return Arrays.stream(products)
                .map(value -> most == least ? 0 : (value - least) / (most - least))
                .toArray();
    }

    private static double[] softmax(double[] values, double factor) {
        double[] powers = Arrays.stream(values).map(value -> Math.exp(factor * value)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }
}
