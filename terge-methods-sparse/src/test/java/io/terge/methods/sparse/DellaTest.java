package io.terge.methods.sparse;

import io.terge.spi.method.MergeMethod;

import java.util.Map;

class DellaTest extends RandomDropContract {

    @Override
    protected MergeMethod method() {
        return new Della();
    }

    @Override
    protected Map<String, String> optionValues() {
        return Map.of("density", "0.6", "epsilon", "0.05");
    }

    @Override
    protected Map<String, String> halfOfAll() {
        return Map.of("density", "0.5", "epsilon", "0");
    }
}
