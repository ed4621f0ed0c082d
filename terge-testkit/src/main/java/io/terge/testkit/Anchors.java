package io.terge.testkit;

import io.terge.spi.method.MergeMethod;
import io.terge.tensor.Shape;

import java.util.List;
import java.util.Map;

/**
 * A parameter small enough to merge by hand, or in an interpreter with another implementation, and
 * a comparison with results that are known to the precision of {@code float}. It has two rows of
 * four elements.
 *
 * <pre>{@code
 * MergeCase parameter = Anchors.of(method, Map.of(), Anchors.a(), Anchors.b());
 * Anchors.check(method, parameter, 1, 2.25, 2.5, 4.625, -1.5, 0.5, 2, 1.25);
 * }</pre>
 *
 * @since 0.1
 */
public final class Anchors {

    private static final double TOLERANCE = 2e-5;

    private Anchors() {}

    /** The base, in a new array. */
    public static double[] base() {
        return new double[] {1, 2, 3, 4, -1, 0, 1, 2};
    }

    /** A model with changes of both signs, some of equal magnitude, in a new array. */
    public static double[] a() {
        return new double[] {1.5, 2, 2, 4.25, -1, 1, 1, 0};
    }

    /** A model that partly agrees with {@link #a}, in a new array. */
    public static double[] b() {
        return new double[] {0.5, 2.5, 3, 5, -2, 0, 3, 2.5};
    }

    /** A model that partly agrees with {@link #a} and {@link #b}, in a new array. */
    public static double[] c() {
        return new double[] {1, 2.125, 3.5, 3, 0, -0.5, 0.5, 2};
    }

    /** A model whose changes all have different magnitudes, in a new array. */
    public static double[] ranked() {
        return new double[] {1.5, 2.25, 2, 4.125, -1.0625, 1.75, 1.375, 0};
    }

    /**
     * Returns models with equal weights, the base, and options of a method.
     *
     * @param options the values of some options; see {@link MergeCase#withOptions(MergeMethod,
     *     Map)}
     */
    public static MergeCase of(
            MergeMethod method, Map<String, String> options, double[]... models) {
        return MergeCase.of(List.of(models))
                .withBase(base())
                .withShape(Shape.of(2, 4))
                .withOptions(method, options);
    }

    /** Fails unless a method merges a parameter into the expected values. */
    public static void check(MergeMethod method, MergeCase parameter, double... expected) {
        double[] actual = ReferenceMerge.inOneBlock().run(method, parameter).values();
        Subject subject = new Subject("Merge method", method.name(), method.getClass());
        subject.same(expected.length, actual.length, "number of elements, " + parameter);
        int e = Subject.farFrom(expected, actual, TOLERANCE);
        subject.check(
                e < 0,
                e < 0
                        ? ""
                        : "element %d is %s, expected %s, %s"
                                .formatted(e, actual[e], expected[e], parameter));
    }
}
