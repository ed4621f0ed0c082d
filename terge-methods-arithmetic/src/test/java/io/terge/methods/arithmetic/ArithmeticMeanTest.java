package io.terge.methods.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.Access;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.Output;
import io.terge.spi.method.Weighting;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;
import io.terge.testkit.ReferenceMerge;
import io.terge.testkit.ReferenceMerge.Outcome;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.ServiceLoader;

class ArithmeticMeanTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new ArithmeticMean();
    }

    @Test
    void isFoundByServiceLoaderWithItsRelatives() {
        assertThat(ServiceLoader.load(MergeMethod.class))
                .hasAtLeastOneElementOfType(ArithmeticMean.class)
                .extracting(MergeMethod::name)
                .containsExactly(
                        "arithmetic",
                        "linear",
                        "passthrough",
                        "noise",
                        "task_arithmetic",
                        "model_stock",
                        "geometric_median",
                        "median",
                        "trimmed_mean",
                        "nearswap",
                        "expo",
                        "ema",
                        "nan");
    }

    @Test
    void addsUpTheModelsByTheirShares() {
        Outcome outcome = merge(List.of(row(1, 2, 3), row(5, 6, -1)), 0.25, 0.75);
        assertThat(outcome.values()).containsExactly(4, 5, 0);
    }

    @Test
    void takesAModelAwayByANegativeWeight() {
        Outcome outcome = merge(List.of(row(1, 2), row(3, 5)), -1, 2);
        assertThat(outcome.values()).containsExactly(5, 8);
    }

    @Test
    void leavesAModelOutWhoseWeightIsZero() {
        Outcome outcome = merge(List.of(row(Double.NaN, 2), row(3, 5)), 0, 1);
        assertThat(outcome.values()).containsExactly(3, 5);
    }

    @Test
    void keepsTheSignOfZero() {
        Outcome outcome = merge(List.of(row(-0.0), row(-0.0)), 0.5, 0.5);
        assertThat(outcome.values()).containsExactly(-0.0);
    }

    @Test
    void isALinearCombinationWhoseCoefficientsAreTheWeights() {
        assertThat(merge(List.of(row(1), row(2)), 0.25, 0.75).output())
                .isInstanceOfSatisfying(
                        Output.Linear.class,
                        linear -> {
                            assertThat(linear.coefficients()).containsExactly(0.25, 0.75);
                            assertThat(linear.base()).isEmpty();
                        });
    }

    @Test
    void usesWeightsAsSharesAndReadsTheModelsOnce() {
        assertThat(method().describe().weighting()).isEqualTo(Weighting.RELATIVE);
        assertThat(method().describe().access()).isEqualTo(Access.once());
        assertThat(method().describe().options()).isEmpty();
    }

    private Outcome merge(List<double[]> models, double... weights) {
        return ReferenceMerge.inOneBlock().run(method(), MergeCase.of(models, weights));
    }

    private static double[] row(double... values) {
        return values;
    }
}
