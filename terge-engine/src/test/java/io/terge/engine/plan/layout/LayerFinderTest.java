package io.terge.engine.plan.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.Action.Layer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class LayerFinderTest {

    @ParameterizedTest
    @CsvSource({
        "model.layers.12.self_attn.q_proj.weight, 12",
        "transformer.h.3.attn.weight, 3",
        "bert.encoder.layer.0.output.dense.bias, 0",
        "0.auto_model.encoder.layer.5.weight, 5",
        "encoder.block.7.layer.1.weight, 7",
        "model.layers.3.mlp.experts.9.w1, 3",
        "layers.4, 4"
    })
    void takesTheFirstNumberThatDoesNotStartTheName(String name, int layer) {
        assertThat(new LayerFinder(List.of(name)).of(name)).contains(new Layer(layer, layer + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "model.embed_tokens.weight",
        "lm_head.weight",
        "0.weight",
        "layer12.weight",
        "a.1b.c",
        "a.12345678.b"
    })
    void findsNoLayerElsewhere(String name) {
        assertThat(new LayerFinder(List.of(name)).of(name)).isEmpty();
    }

    @Test
    void countsEachStackByItself() {
        LayerFinder layers =
                new LayerFinder(
                        List.of(
                                "vision.blocks.0.w",
                                "vision.blocks.23.w",
                                "text.layers.0.w",
                                "text.layers.31.w"));
        assertThat(layers.of("vision.blocks.0.w")).contains(new Layer(0, 24));
        assertThat(layers.of("text.layers.0.w")).contains(new Layer(0, 32));
    }
}
