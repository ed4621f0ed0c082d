package io.terge.engine.builtin;

import io.terge.spi.selector.ParameterSelector;
import io.terge.testkit.ParameterSelectorContract;

import java.util.List;

class ExactSelectorTest extends ParameterSelectorContract {

    @Override
    protected ParameterSelector selector() {
        return new ExactSelector();
    }

    @Override
    protected String expression() {
        return "encoder.0.weight";
    }

    @Override
    protected List<String> matching() {
        return List.of("encoder.0.weight");
    }

    @Override
    protected List<String> notMatching() {
        return List.of("encoder.0.weight2", "an.encoder.0.weight", "encoder_0_weight", "");
    }

    @Override
    protected List<String> malformed() {
        return List.of();
    }
}
