package io.terge.examples;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.MergeMethodContract;

class MaxMagnitudeTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new MaxMagnitude();
    }

    @Override
    protected boolean propagatesNaN() {
        return false;
    }
}
