package io.terge.testkit;

import io.terge.spi.method.MergeMethod;
import io.terge.tensor.DType;
import io.terge.tensor.ElementCodec;
import io.terge.tensor.Shape;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Compares a merge method with an independent implementation, which may be slow and simple, on
 * random tensors.
 *
 * <pre>{@code
 * @Test
 * void agreesWithThePaper() {
 *     Agreement.check(new MaxMagnitude(), 3, Map.of(), MaxMagnitudeTest::slow);
 * }
 *
 * private static double[] slow(MergeCase parameter) {
 *     ...
 * }
 * }</pre>
 *
 * <p>The tensors have no dimension to four, values as stored in 16, 32 and 64 bits, and models that
 * are far from the base, close to it, or equal to it. Those in 16 bits have many equal values.
 *
 * @since 0.1
 */
public final class Agreement {

    private static final List<Shape> SHAPES =
            List.of(
                    Shape.of(),
                    Shape.of(1),
                    Shape.of(130),
                    Shape.of(7, 19),
                    Shape.of(3, 1),
                    Shape.of(1, 40),
                    Shape.of(2, 3, 4, 5));
    private static final List<DType> TYPES = List.of(DType.F32, DType.BF16, DType.F16, DType.F64);
    private static final List<Double> DISTANCES = List.of(1.0, 1e-3, 0.0);
    private static final int SEEDS = 4;
    // What cancels out is compared with the size of what it is computed from.
    private static final double CANCELLED = 1e-12;

    private final MergeMethod method;
    private final Function<MergeCase, double[]> reference;

    private Agreement(MergeMethod method, Function<MergeCase, double[]> reference) {
        this.method = method;
        this.reference = reference;
    }

    /**
     * Fails unless all results are the same, up to one unit in the last place of {@code float}. A
     * method that reads the base if the request states one is compared without a base too.
     *
     * @param models the number of models to merge; their weights have a sum of 1
     * @param options the values of some options; see {@link MergeCase#withOptions(MergeMethod,
     *     Map)}
     * @param reference computes the values of the merged parameter
     */
    public static void check(
            MergeMethod method,
            int models,
            Map<String, String> options,
            Function<MergeCase, double[]> reference) {
        Agreement agreement = new Agreement(method, reference);
        for (int seed = 1; seed <= SEEDS; seed++) {
            for (Shape shape : SHAPES) {
                for (DType type : TYPES) {
                    for (double distance : DISTANCES) {
                        MergeCase parameter = parameter(models, seed, shape, type, distance);
                        agreement.compareAll(parameter.withOptions(method, options));
                    }
                }
            }
        }
    }

    private void compareAll(MergeCase parameter) {
        compare(parameter);
        if (method.access(parameter.options()).usesBaseIfStated()) {
            compare(parameter.withoutBase().labelled(parameter + ", no base stated"));
        }
    }

    private void compare(MergeCase parameter) {
        double[] expected = reference.apply(parameter);
        double[] actual =
                new ReferenceMerge(16, BlockOrder.INTERLEAVED).run(method, parameter).values();
        Subject subject = new Subject("Merge method", method.name(), method.getClass());
        subject.same(expected.length, actual.length, "number of elements, " + parameter);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int e = 0; e < expected.length; e++) {
            double unit = Math.max(Math.ulp((float) expected[e]), CANCELLED * largest);
            boolean agrees =
                    Math.abs(actual[e] - expected[e]) <= unit
                            || Double.compare(actual[e], expected[e]) == 0;
            subject.check(
                    agrees,
                    "element %d is %s, expected %s, %s"
                            .formatted(e, actual[e], expected[e], parameter));
        }
    }

    private static MergeCase parameter(
            int models, int seed, Shape shape, DType type, double distance) {
        TensorFixtures fixtures = TensorFixtures.seeded(31L * seed + shape.elements());
        double[] base = stored(fixtures.values(shape.elements()), type);
        List<double[]> numbers =
                IntStream.range(0, models)
                        .mapToObj(i -> fixtures.values(shape.elements()))
                        .map(noise -> stored(moved(base, distance, noise), type))
                        .toList();
        return MergeCase.of(numbers, fixtures.shares(models))
                .withBase(base)
                .withShape(shape)
                .withSeed(seed)
                .labelled(
                        "%d models of %s %s, distance %s, %s"
                                .formatted(models, type, shape, distance, fixtures));
    }

    private static double[] moved(double[] base, double distance, double[] noise) {
        double[] moved = new double[base.length];
        Arrays.setAll(moved, e -> base[e] + distance * noise[e]);
        return moved;
    }

    private static double[] stored(double[] values, DType type) {
        ElementCodec codec = ElementCodec.of(type);
        MemorySegment memory = MemorySegment.ofArray(new byte[values.length * Double.BYTES]);
        codec.encode(values, 0, values.length, memory, 0);
        double[] stored = new double[values.length];
        codec.decode(memory, 0, stored, 0, values.length);
        return stored;
    }
}
