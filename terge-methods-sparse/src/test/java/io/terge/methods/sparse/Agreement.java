package io.terge.methods.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MergeMethod;
import io.terge.tensor.Shape;
import io.terge.testkit.BlockOrder;
import io.terge.testkit.MergeCase;
import io.terge.testkit.ReferenceMerge;
import io.terge.testkit.TensorFixtures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Compares a method with another way to compute it, on random tensors of many kinds. */
final class Agreement {

    private static final List<Shape> SHAPES =
            List.of(
                    Shape.of(),
                    Shape.of(1),
                    Shape.of(130),
                    Shape.of(7, 19),
                    Shape.of(3, 1),
                    Shape.of(1, 40),
                    Shape.of(2, 3, 4, 5));

    private Agreement() {}

    /** Another way to compute a method. */
    @FunctionalInterface
    interface Slow {

        double[] merge(MergeCase example);
    }

    /** Checks that the results differ by one unit in the last place of {@code float} at most. */
    static void check(MergeMethod method, int models, Map<String, String> options, Slow slow) {
        for (int seed = 1; seed <= 4; seed++) {
            for (Shape shape : SHAPES) {
                for (double distance : new double[] {1, 1e-3, 0}) {
                    MergeCase example = example(method, models, options, seed, shape, distance);
                    compare(method, example, slow.merge(example));
                }
            }
        }
    }

    private static void compare(MergeMethod method, MergeCase example, double[] expected) {
        double[] actual =
                new ReferenceMerge(16, BlockOrder.INTERLEAVED).run(method, example).values();
        assertThat(actual).hasSameSizeAs(expected);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int e = 0; e < expected.length; e++) {
            // What cancels out is compared with the size of what it is computed from.
            double unit = Math.max(Math.ulp((float) expected[e]), 1e-12 * largest);
            assertThat(Math.abs(actual[e] - expected[e]))
                    .as("element %d of %s, %s", e, example, example.shape())
                    .isLessThanOrEqualTo(unit);
        }
    }

    private static MergeCase example(
            MergeMethod method,
            int models,
            Map<String, String> options,
            int seed,
            Shape shape,
            double distance) {
        TensorFixtures fixtures = TensorFixtures.seeded(31L * seed + shape.elements());
        double[] base = rounded(fixtures.values(shape.elements()));
        List<double[]> numbers = new ArrayList<>();
        for (int i = 0; i < models; i++) {
            double[] noise = fixtures.values(shape.elements());
            double[] values = new double[base.length];
            Arrays.setAll(values, e -> base[e] + distance * noise[e]);
            numbers.add(rounded(values));
        }
        double[] weights = fixtures.shares(models);
        MergeCase made = Anchors.of(numbers, options, method, base, shape);
        return made.withInputs(
                        IntStream.range(0, models)
                                .mapToObj(
                                        i ->
                                                MergeInput.of(
                                                        i,
                                                        weights[i],
                                                        made.inputs().get(i).options()))
                                .toList())
                .labelled("seed " + seed + ", distance " + distance);
    }

    private static double[] rounded(double[] values) {
        return Arrays.stream(values).map(value -> (float) value).toArray();
    }
}
