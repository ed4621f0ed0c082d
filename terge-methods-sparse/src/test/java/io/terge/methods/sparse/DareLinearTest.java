package io.terge.methods.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;

import org.junit.jupiter.api.Test;

import java.util.Map;

class DareLinearTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new DareLinear();
    }

    // Each model has random numbers of its own.
    @Override
    protected boolean ignoresModelOrder() {
        return false;
    }

    // What is dropped does not show.
    @Override
    protected boolean propagatesNaN() {
        return false;
    }

    @Override
    protected boolean keepsTheBaseExactly() {
        return true;
    }

    @Override
    protected Map<String, String> optionValues() {
        return Map.of("density", "0.5");
    }

    @Test
    void aDensityOfOneKeepsAll() {
        check(Map.of("density", "1"), new double[] {1}, new double[][] {Anchors.A3}, Anchors.A3);
    }

    @Test
    void aDensityOfZeroGivesTheBase() {
        check(Map.of("density", "0"), new double[] {1}, new double[][] {Anchors.A3}, Anchors.BASE);
    }

    @Test
    void keepsAsManyAsItSaysAndTheMean() {
        Statistics.check(method(), Map.of("density", "0.3"), 0.3);
    }

    @Test
    void theMasksOfModelsAreIndependent() {
        Statistics.checkIndependent(method(), Map.of("density", "0.5"));
        assertThat(method().describe().usesRandomNumbers()).isTrue();
    }

    private void check(
            Map<String, String> options, double[] weights, double[][] models, double... expected) {
        MergeCase example = Anchors.of(method(), options, models);
        Anchors.check(method(), Anchors.weighted(example, weights), expected);
    }
}
