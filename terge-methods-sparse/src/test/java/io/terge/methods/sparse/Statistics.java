package io.terge.methods.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.terge.spi.method.MergeMethod;
import io.terge.tensor.Shape;
import io.terge.testkit.BlockOrder;
import io.terge.testkit.MergeCase;
import io.terge.testkit.ReferenceMerge;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What random methods do on average, over a million elements. */
final class Statistics {

    private static final int ROWS = 1000;
    private static final int COLUMNS = 1000;
    private static final int ELEMENTS = ROWS * COLUMNS;
    private static final double SIGMAS = 4;

    private Statistics() {}

    /** Task vectors of ones: what is kept is 1 / density on average. */
    static void check(MergeMethod method, Map<String, String> options, double density) {
        double[] output = run(method, options, 1, "a.weight");
        double kept = Arrays.stream(output).filter(value -> value != 0).count();
        double deviation = Math.sqrt(density * (1 - density) * ELEMENTS);
        assertThat(kept).isCloseTo(density * ELEMENTS, within(SIGMAS * deviation));
        // Sums of elections are the same for one model; its mean is 1 within its own deviation.
        double squares = Arrays.stream(output).map(value -> value * value).sum() / ELEMENTS;
        assertThat(Arrays.stream(output).sum() / ELEMENTS)
                .isCloseTo(1, within(SIGMAS * Math.sqrt(squares / ELEMENTS)));
    }

    /** The masks of two tensors, and of two models, have no more in common than chance. */
    static void checkIndependent(MergeMethod method, Map<String, String> half) {
        double[] one = run(method, half, 1, "a.weight");
        double[] other = run(method, half, 1, "b.weight");
        checkUncorrelated(one, other);
    }

    private static void checkUncorrelated(double[] one, double[] other) {
        long both = 0;
        for (int e = 0; e < ELEMENTS; e++) {
            both += one[e] != 0 && other[e] != 0 ? 1 : 0;
        }
        double deviation = Math.sqrt(0.25 * 0.75 * ELEMENTS);
        assertThat((double) both).isCloseTo(0.25 * ELEMENTS, within(SIGMAS * deviation));
    }

    private static double[] run(
            MergeMethod method, Map<String, String> options, int models, String name) {
        double[] ones = new double[ELEMENTS];
        Arrays.fill(ones, 1);
        MergeCase example =
                MergeCase.of(Collections.nCopies(models, ones))
                        .withBase(new double[ELEMENTS])
                        .withShape(Shape.of(ROWS, COLUMNS))
                        .withOptions(method, options)
                        .withName(name);
        return new ReferenceMerge(COLUMNS, BlockOrder.FORWARD)
                .run(method, List.of(example))
                .getFirst()
                .values();
    }
}
