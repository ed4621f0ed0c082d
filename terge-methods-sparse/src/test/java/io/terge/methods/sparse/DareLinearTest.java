package io.terge.methods.sparse;

import io.terge.spi.method.MergeMethod;

class DareLinearTest extends RandomDropContract {

    @Override
    protected MergeMethod method() {
        return new DareLinear();
    }
}
