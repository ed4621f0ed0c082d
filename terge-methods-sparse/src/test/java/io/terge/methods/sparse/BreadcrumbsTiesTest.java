package io.terge.methods.sparse;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Anchors;

import org.junit.jupiter.api.Test;

import java.util.Map;

class BreadcrumbsTiesTest extends TaskVectorContract {

    @Override
    protected MergeMethod method() {
        return new BreadcrumbsTies();
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
    void oneModelIsTrimmedAsByBreadcrumbs() {
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
}
