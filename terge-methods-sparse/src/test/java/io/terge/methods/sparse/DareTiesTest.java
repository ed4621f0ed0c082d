package io.terge.methods.sparse;

import io.terge.spi.method.MergeMethod;

class DareTiesTest extends RandomDropContract {

    @Override
    protected MergeMethod method() {
        return new DareTies();
    }
}
