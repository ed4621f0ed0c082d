package io.terge.methods.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.testkit.Anchors;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** The contract of methods that drop elements of task vectors at random. */
abstract class RandomDropContract extends TaskVectorContract {

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
    protected Map<String, String> optionValues() {
        return Map.of("density", "0.5");
    }

    /** Options with which each element is kept with a probability of one half. */
    protected Map<String, String> halfOfAll() {
        return Map.of("density", "0.5");
    }

    @Test
    void aDensityOfOneKeepsAll() {
        checkRanked("1", Anchors.ranked());
    }

    @Test
    void aDensityOfZeroGivesTheBase() {
        checkRanked("0", Anchors.base());
    }

    @Test
    void keepsAsManyAsItSaysAndTheMean() {
        Statistics.check(method(), Map.of("density", "0.3"), 0.3);
    }

    @Test
    void theMasksOfModelsAreIndependent() {
        Statistics.checkIndependent(method(), halfOfAll());
        assertThat(method().describe().usesRandomNumbers()).isTrue();
    }

    private void checkRanked(String density, double... expected) {
        Map<String, String> options = Map.of("density", density);
        Anchors.check(method(), Anchors.of(method(), options, Anchors.ranked()), expected);
    }
}
