package io.terge.examples;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import io.terge.engine.Terge;
import io.terge.model.ModelReference;
import io.terge.spi.method.MergeMethod;
import io.terge.tensor.TensorArray;
import io.terge.testkit.MergeMethodContract;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The expected numbers are worked out by hand. */
class ThinnedTiesTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new ThinnedTies();
    }

    @Override
    protected boolean keepsTheBaseExactly() {
        return true;
    }

    /** A NaN may be dropped at random. */
    @Override
    protected boolean propagatesNaN() {
        return false;
    }

    /** Each model has random numbers of its own. */
    @Override
    protected boolean ignoresModelOrder() {
        return false;
    }

    @Test
    void eachTrimmedTaskVectorHasOneVote() {
        // Of each task vector the two largest are kept: (4, 0, 3, 0), (-9, 2, 0, 0), (1, 0, -2, 0).
        // Two models against one are for the first element, and equal votes count as positive.
        assertThat(
                        merge(
                                "1",
                                row(1, 1, 1, 1),
                                row(5, 0, 4, 1.5),
                                row(-8, 3, 1.5, 1),
                                row(2, 1.5, -1, 1)))
                .containsExactly(3.5, 3, 4, 1);
    }

    @Test
    void whatIsKeptAtRandomMakesUpForWhatIsDropped() {
        double[] ones = new double[100_000];
        Arrays.fill(ones, 1);
        double[] merged = merge("0.8", new double[ones.length], ones);
        // Half of the elements are trimmed, a fifth of the others dropped.
        assertThat(Arrays.stream(merged).distinct()).containsExactlyInAnyOrder(0.0, 1.25);
        double kept = Arrays.stream(merged).filter(value -> value > 0).count();
        double deviation = Math.sqrt(50_000 * 0.8 * 0.2);
        assertThat(Math.abs(kept - 40_000)).isLessThan(4 * deviation);
    }

    private static double[] merge(String keep, double[] base, double[]... models) {
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        Terge.merge(Arrays.stream(models).map(ThinnedTiesTest::model).toArray())
                .with(
                        request ->
                                request.method("thinned-ties")
                                        .option("keep", keep)
                                        .base(ModelReference.of(model(base), "base")))
                .to(ModelReference.of(merged, "merged"));
        return requireNonNull(merged.get("w")).toDoubles();
    }

    private static Map<String, TensorArray> model(double[] values) {
        return Map.of("w", TensorArray.of(values, values.length));
    }

    private static double[] row(double... values) {
        return values;
    }
}
