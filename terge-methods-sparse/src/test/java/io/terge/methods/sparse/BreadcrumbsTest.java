package io.terge.methods.sparse;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;

import org.junit.jupiter.api.Test;

import java.util.Map;

class BreadcrumbsTest extends MergeMethodContract {

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
    protected boolean keepsTheBaseExactly() {
        return true;
    }

    @Override
    protected Map<String, String> optionValues() {
        return Map.of("density", "0.5");
    }

    @Test
    void reachesTheKnownResults() {
        check(
                Map.of("density", "0.5", "gamma", "0.25"),
                new double[] {1},
                new double[][] {Anchors.A3},
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
        check(
                Map.of("density", "0.5"),
                new double[] {1},
                new double[][] {Anchors.A3},
                1.5,
                2,
                2,
                4,
                -1,
                1.75,
                1,
                0);
    }

    private void check(
            Map<String, String> options, double[] weights, double[][] models, double... expected) {
        MergeCase example = Anchors.of(method(), options, models);
        Anchors.check(method(), Anchors.weighted(example, weights), expected);
    }
}
