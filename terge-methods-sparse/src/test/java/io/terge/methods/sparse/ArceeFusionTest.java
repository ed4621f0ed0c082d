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
import java.util.List;
import java.util.Map;

class ArceeFusionTest extends TaskVectorContract {

    @Override
    protected MergeMethod method() {
        return new ArceeFusion();
    }

    @Test
    void reachesTheKnownResult() {
        MergeCase example = Anchors.of(method(), Map.of(), Anchors.a());
        Anchors.check(method(), example, 1, 2, 3, 4, -1, 1, 1, 0);
    }

    @Test
    void isWhatItSays() {
        Agreement.check(method(), 1, Map.of(), ArceeFusionTest::slow);
    }

    @Test
    void tensorsOfManyRowsAreMeasuredInEachPass() {
        Agreement.check(new ArceeFusion(0), 1, Map.of(), ArceeFusionTest::slow);
    }

    @Test
    void tensorsOfOneColumnAreThoseOfTheModel() {
        double[] model = {3, 1, 2};
        MergeCase example =
                MergeCase.of(List.of(model))
                        .withBase(0, 1, 5)
                        .withShape(Shape.of(3, 1))
                        .withOptions(method(), Map.of());
        assertThat(ReferenceMerge.inOneBlock().run(method(), example).values())
                .containsExactly(model);
    }

    @Test
    void smallChangesAreLeftOut() {
        // One row changes in its first element by a lot, in the others by nearly nothing.
        double[] base = new double[12];
        double[] model = {4, 1e-3, -1e-3, 1e-3, 0, 0, 1e-3, 0, 2e-3, 0, 0, 0};
        MergeCase example =
                MergeCase.of(List.of(model))
                        .withBase(base)
                        .withShape(Shape.of(12))
                        .withOptions(method(), Map.of());
        double[] expected = {4, 0, 0, 0, 0, 0, 0, 0, 2e-3, 0, 0, 0};
        // Quartiles of the changes: 0, 0 and 0.001, so that 0.0015 is the least.
        assertThat(ReferenceMerge.inOneBlock().run(method(), example).values())
                .containsExactly(expected);
    }

    private static double[] slow(MergeCase example) {
        double[] base = example.base();
        double[] model = example.numbers().getFirst();
        List<Long> dimensions = example.shape().dimensions();
        int columns = dimensions.isEmpty() ? 1 : Math.toIntExact(dimensions.getLast());
        double[] importance = new double[base.length];
        for (int from = 0; from < base.length; from += columns) {
            double modelSum = 0;
            double baseSum = 0;
            for (int e = from; e < from + columns; e++) {
                modelSum += Math.exp(model[e]);
                baseSum += Math.exp(base[e]);
            }
            double divergence = 0;
            for (int e = from; e < from + columns; e++) {
                double p = Math.exp(model[e]) / modelSum + 1e-8;
                double q = Math.exp(base[e]) / baseSum + 1e-8;
                divergence += p * Math.log(p / q);
            }
            for (int e = from; e < from + columns; e++) {
                importance[e] = Math.abs(model[e] - base[e]) * Math.max(0, divergence);
            }
        }
        double[] sorted = importance.clone();
        Arrays.sort(sorted);
        double last = sorted.length - 1;
        double spread = sorted[(int) (0.75 * last)] - sorted[(int) (0.25 * last)];
        double least = sorted[(int) (0.5 * last)] + 1.5 * spread;
        double[] result = base.clone();
        for (int e = 0; e < base.length; e++) {
            result[e] = importance[e] >= least ? model[e] : base[e];
        }
        return result;
    }
}
