package io.terge.methods.spectral;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodOptions;
import io.terge.tensor.Shape;
import io.terge.testkit.MergeCase;
import io.terge.testkit.ReferenceMerge;
import io.terge.testkit.ReferenceMerge.Outcome;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What all methods of this module do alike. */
class EdgesTest {

    static Stream<MergeMethod> methods() {
        return Stream.of(new TsvM(), new IsoC(), new IsoCts(), new Star(), new SubspaceBoosting());
    }

    private static Outcome merged(MergeMethod method, Shape shape, double[]... models) {
        double[] weights = new double[models.length];
        // As a request without weights gives them: 1, or normalised.
        Arrays.fill(weights, method instanceof Star ? 1.0 / models.length : 1);
        return ReferenceMerge.inOneBlock()
                .run(
                        method,
                        MergeCase.of(List.of(models), weights)
                                .withShape(shape)
                                .withBase(1, 1, 1, 1, 1, 1)
                                .withOptions(
                                        MethodOptions.of(
                                                Map.of(
                                                        "lambda", "0.5", "eta", "0.4", "beta",
                                                        "0.01", "common", "0.8"))));
    }

    private static final double[] ONE = {3, 1, 1, 1, 1, 1};
    private static final double[] OTHER = {1, 1, 1, 1, 5, 1};

    @ParameterizedTest
    @MethodSource("methods")
    void addTheMeanOfVectors(MergeMethod method) {
        Outcome outcome = merged(method, Shape.of(6), ONE, OTHER);
        assertThat(outcome.values()).containsExactly(1.5, 1, 1, 1, 2, 1);
        assertThat(outcome.notes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void sayThatTensorsOfMoreDimensionsAreNoMatrices(MergeMethod method) {
        Outcome outcome = merged(method, Shape.of(2, 1, 3), ONE, OTHER);
        assertThat(outcome.values()).containsExactly(1.5, 1, 1, 1, 2, 1);
        assertThat(outcome.notes())
                .containsExactly("more than two dimensions: mean of the task vectors");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void giveNaNForAllElementsIfOneIsNotFinite(MergeMethod method) {
        Outcome outcome =
                merged(
                        method,
                        Shape.of(2, 3),
                        ONE,
                        new double[] {1, 1, Double.POSITIVE_INFINITY, 1, 1, 1});
        assertThat(outcome.values()).containsOnly(Double.NaN);
        assertThat(outcome.notes())
                .containsExactly("a task vector contains NaN or infinity: all elements are NaN");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void keepTheBaseIfOppositeTaskVectorsCancel(MergeMethod method) {
        Outcome outcome = merged(method, Shape.of(2, 3), ONE, new double[] {-1, 1, 1, 1, 1, 1});
        Matrices.assertWithin(outcome.values(), 1 - 1e-15, 1 + 1e-15);
    }
}
