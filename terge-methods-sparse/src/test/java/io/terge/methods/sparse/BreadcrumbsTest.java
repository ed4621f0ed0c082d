package io.terge.methods.sparse;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Anchors;

import org.junit.jupiter.api.Test;

import java.util.Map;

class BreadcrumbsTest extends TaskVectorContract {

    @Override
    protected MergeMethod method() {
        return new Breadcrumbs();
    }

    // A NaN counts as the largest of elements, which are dropped.
    @Override
    protected boolean propagatesNaN() {
        return false;
    }

    @Override
    protected Map<String, String> optionValues() {
        return Map.of("density", "0.5");
    }

    @Test
    void reachesTheKnownResults() {
        Anchors.check(
                method(),
                Anchors.of(method(), Map.of("density", "0.5", "gamma", "0.25"), Anchors.ranked()),
                1.5,
                2.25,
                2,
                4,
                -1,
                0,
                1.375,
                2);
    }

    @Test
    void aGammaOfNoElementDropsNoLargeOne() {
        Anchors.check(
                method(),
                Anchors.of(method(), Map.of("density", "0.5"), Anchors.ranked()),
                1.5,
                2,
                2,
                4,
                -1,
                1.75,
                1,
                0);
    }

    // Of 8 elements 7 are to be kept, so only 1 of the 2 largest is dropped, as in mergekit.
    @Test
    void dropsFewerOutliersRatherThanMissTheDensity() {
        Anchors.check(
                method(),
                Anchors.of(method(), Map.of("density", "0.9", "gamma", "0.25"), Anchors.ranked()),
                1.5,
                2.25,
                2,
                4.125,
                -1.0625,
                1.75,
                1.375,
                2);
    }
}
