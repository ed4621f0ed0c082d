package io.terge.methods.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;
import io.terge.tensor.Shape;
import io.terge.testkit.MergeCase;
import io.terge.testkit.ReferenceMerge;
import io.terge.testkit.ReferenceMerge.Outcome;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Small matrices for which the results of other implementations are known. */
final class Anchors {

    static final double[] BASE = {1, 2, 3, 4, -1, 0, 1, 2};
    static final double[] A = {1.5, 2, 2, 4.25, -1, 1, 1, 0};
    static final double[] B = {0.5, 2.5, 3, 5, -2, 0, 3, 2.5};
    static final double[] C = {1, 2.125, 3.5, 3, 0, -0.5, 0.5, 2};
    static final double[] A3 = {1.5, 2.25, 2, 4.125, -1.0625, 1.75, 1.375, 0};

    private static final double TOLERANCE = 2e-5;

    private Anchors() {}

    /** A case of 2 by 4 matrices and the base, with options and the defaults of the others. */
    static MergeCase of(MergeMethod method, Map<String, String> set, double[]... models) {
        return of(List.of(models), set, method, BASE, Shape.of(2, 4));
    }

    static MergeCase of(
            List<double[]> models,
            Map<String, String> set,
            MergeMethod method,
            double[] base,
            Shape shape) {
        double[] weights = new double[models.size()];
        Arrays.fill(weights, 1.0 / weights.length);
        return MergeCase.of(models, weights)
                .withBase(base)
                .withShape(shape)
                .withOptions(options(method, set, false))
                .withInputOptions(Collections.nCopies(models.size(), options(method, set, true)));
    }

    static MergeCase weighted(MergeCase example, double... weights) {
        return example.withInputs(
                IntStream.range(0, weights.length)
                        .mapToObj(
                                i ->
                                        MergeInput.of(
                                                i, weights[i], example.inputs().get(i).options()))
                        .toList());
    }

    static Outcome run(MergeMethod method, MergeCase example) {
        return ReferenceMerge.inOneBlock().run(method, example);
    }

    static void check(MergeMethod method, MergeCase example, double... expected) {
        double[] values = run(method, example).values();
        assertThat(values).hasSameSizeAs(expected);
        for (int e = 0; e < expected.length; e++) {
            double allowed = TOLERANCE * Math.max(1, Math.abs(expected[e]));
            assertThat(values[e]).isCloseTo(expected[e], within(allowed));
        }
    }

    static MethodOptions options(MergeMethod method, Map<String, String> set, boolean perModel) {
        Map<String, String> values = new HashMap<>();
        for (MethodOption option : method.describe().options()) {
            if (option.isPerModel() == perModel) {
                String fallback = option.defaultValue().orElse("");
                values.put(option.name(), set.getOrDefault(option.name(), fallback));
            }
        }
        return MethodOptions.of(values);
    }
}
