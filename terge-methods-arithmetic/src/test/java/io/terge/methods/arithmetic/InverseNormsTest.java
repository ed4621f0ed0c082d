package io.terge.methods.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.Output;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;
import io.terge.testkit.ReferenceMerge;
import io.terge.testkit.ReferenceMerge.Outcome;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class InverseNormsTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new InverseNorms();
    }

    @Test
    void weighsByTheNormsOfWholeModels() {
        double[] coefficients = coefficients(Map.of(), 1, 1);
        // Over both parameters the norms are 5 and 15.
        assertThat(coefficients[0]).isCloseTo(0.75, within(1e-15));
        assertThat(coefficients[1]).isCloseTo(0.25, within(1e-15));
    }

    @Test
    void multipliesByWeightsAndLambda() {
        double[] coefficients = coefficients(Map.of("lambda", "2"), 1, 3);
        assertThat(coefficients).containsExactly(new double[] {1, 1}, within(1e-15));
    }

    @Test
    void weighsByTheNormsOfTaskVectors() {
        double[] coefficients = coefficients(Map.of("norm", "task_vectors"), 1, 1);
        // From the base (0, 0), (0, 5) they are 3 and, but for the order, 9 and 7.
        double other = Math.sqrt(9 * 9 + 7 * 7);
        double first = Math.sqrt(3 * 3 + 1);
        assertThat(coefficients[0]).isCloseTo(other / (first + other), within(1e-15));
    }

    @Test
    void usesTheWeightsAloneIfThereIsNoNorm() {
        MergeCase example = Anchors.of(method(), Map.of(), new double[8], Anchors.a());
        Outcome outcome = ReferenceMerge.inOneBlock().run(method(), example);
        assertThat(outcome.notes())
                .containsExactly("a norm is 0 or not finite: used the weights alone");
        assertThat(((Output.Linear) outcome.output()).coefficients()).containsExactly(0.5, 0.5);
    }

    @Test
    void doesNotLeaveOutAModelWithAnInfiniteElement() {
        double[] infinite = Anchors.b();
        infinite[3] = Double.POSITIVE_INFINITY;
        Outcome outcome =
                ReferenceMerge.inOneBlock()
                        .run(method(), Anchors.of(method(), Map.of(), infinite, Anchors.a()));
        assertThat(outcome.notes())
                .containsExactly("a norm is 0 or not finite: used the weights alone");
        assertThat(outcome.values()[3]).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void doesNotAskForTheNormOfAModelWithoutAWeight() {
        MergeCase example =
                Anchors.of(method(), Map.of(), new double[8], Anchors.a(), Anchors.a())
                        .withWeights(0, 0.5, 0.5);
        Outcome outcome = ReferenceMerge.inOneBlock().run(method(), example);
        assertThat(outcome.notes()).isEmpty();
        assertThat(((Output.Linear) outcome.output()).coefficients()).containsExactly(0, 0.5, 0.5);
    }

    @Test
    void tellsTheNorms() {
        MergeCase example = Anchors.of(method(), Map.of(), new double[8], Anchors.base());
        assertThat(ReferenceMerge.inOneBlock().run(method(), example).survey())
                .isEqualTo("norms 0.00000, 6.00000");
    }

    private double[] coefficients(Map<String, String> options, double... weights) {
        MergeCase one = parameter(options, weights, List.of(row(0, 3), row(9, 0)), 0, 0);
        MergeCase two = parameter(options, weights, List.of(row(0, 4), row(0, 12)), 0, 5);
        Outcome outcome = ReferenceMerge.inOneBlock().run(method(), List.of(one, two)).getFirst();
        return ((Output.Linear) outcome.output()).coefficients();
    }

    private MergeCase parameter(
            Map<String, String> options, double[] weights, List<double[]> numbers, double... base) {
        return MergeCase.of(numbers, weights).withBase(base).withOptions(method(), options);
    }

    private static double[] row(double... values) {
        return values;
    }
}
