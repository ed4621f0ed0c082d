package io.terge.methods.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.ReferenceMerge;

import org.junit.jupiter.api.Test;

import java.util.Map;

class CabsTest extends TaskVectorContract {

    @Override
    protected MergeMethod method() {
        return new Cabs();
    }

    // The first model chooses first.
    @Override
    protected boolean ignoresModelOrder() {
        return false;
    }

    // What another model uses may be NaN.
    @Override
    protected boolean propagatesNaN() {
        return false;
    }

    @Override
    protected Map<String, String> optionValues() {
        return Map.of("n", "2", "m", "4");
    }

    @Test
    void keepsElementsThatNoModelBeforeUses() {
        // The changes are 4 3 2 1 | 0 0 0 5 and 9 1 8 2 | 1 1 1 1: of four, two are kept.
        double[] one = {5, 5, 5, 5, -1, 0, 1, 7};
        double[] other = {10, 3, 11, 6, 0, 1, 2, 3};
        MergeCase example = Anchors.of(method(), Map.of("n", "2", "m", "4"), one, other);
        assertThat(ReferenceMerge.inOneBlock().run(method(), example.withWeights(1, 1)).values())
                .containsExactly(5, 5, 11, 6, 0, 1, 1, 7);
    }

    @Test
    void refusesToKeepMoreThanThereAre() {
        MergeCase example = Anchors.of(method(), Map.of("n", "5", "m", "4"), Anchors.a());
        assertThat(method().faults(example.options(), example.inputs()))
                .containsExactly("n must not be greater than m, but n is 5 and m is 4");
    }

    @Test
    void isWhatItSays() {
        Agreement.check(method(), 3, Map.of("n", "2", "m", "5"), CabsTest::slow);
    }

    private static double[] slow(MergeCase example) {
        double[] result = example.base().clone();
        boolean[] used = new boolean[result.length];
        int columns =
                example.shape().rank() == 0
                        ? 1
                        : Math.toIntExact(example.shape().dimensions().getLast());
        for (int i = 0; i < example.inputs().size(); i++) {
            double[] vector = TaskVectors.of(example, i);
            double weight = example.inputs().get(i).weight();
            for (int row = 0; row < result.length; row += columns) {
                for (int start = 0; start < columns; start += 5) {
                    int length = Math.min(5, columns - start);
                    for (int kept = 0; kept < 2 * length / 5; kept++) {
                        int best = -1;
                        for (int e = row + start; e < row + start + length; e++) {
                            boolean larger =
                                    best < 0 || Math.abs(vector[e]) > Math.abs(vector[best]);
                            best = !used[e] && vector[e] != 0 && larger ? e : best;
                        }
                        if (best >= 0) {
                            result[best] += weight * vector[best];
                            used[best] = true;
                        }
                    }
                }
            }
        }
        return result;
    }
}
