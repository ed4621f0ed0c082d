package io.terge.examples;

import io.terge.spi.selector.ParameterSelector;
import io.terge.testkit.ParameterSelectorContract;

import java.util.List;

class LayersSelectorTest extends ParameterSelectorContract {

    @Override
    protected ParameterSelector selector() {
        return new LayersSelector();
    }

    @Override
    protected String expression() {
        return "2-10";
    }

    @Override
    protected List<String> matching() {
        return List.of("encoder.layer.2.bias", "model.layers.10.mlp.weight", "layers.5");
    }

    @Override
    protected List<String> notMatching() {
        return List.of("encoder.layer.1.bias", "layers.11.weight", "players.3.name", "head.3");
    }

    @Override
    protected List<String> malformed() {
        return List.of("", "a", "1-", "-1", "1-2-3", "9999999999");
    }
}
