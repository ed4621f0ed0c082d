package io.terge.engine.plan.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.Action.Layer;
import io.terge.api.LayerPattern;
import io.terge.engine.model.LayerName;
import io.terge.engine.model.LayerNames;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

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
        assertThat(finder(List.of(name)).of(name)).contains(new Layer(layer, layer + 1));
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
        assertThat(finder(List.of(name)).of(name)).isEmpty();
    }

    @Test
    void countsEachStackByItself() {
        LayerFinder layers =
                finder(
                        List.of(
                                "vision.blocks.0.w",
                                "vision.blocks.23.w",
                                "text.layers.0.w",
                                "text.layers.31.w"));
        assertThat(layers.of("vision.blocks.0.w")).contains(new Layer(0, 24));
        assertThat(layers.of("text.layers.0.w")).contains(new Layer(0, 32));
    }

    @ParameterizedTest
    @CsvSource({
        "blocks_(\\d+), net.blocks_3.w, net.blocks_, 3, .w, net.blocks_11.w",
        "layer(\\d+), layer07.conv.bias, layer, 7, .conv.bias, layer11.conv.bias",
        "^h(\\d+)$, h0, h, 0, '', h11"
    })
    void takesTheGroupOfAPattern(
            String regex, String name, String stack, int index, String rest, String other) {
        LayerName found = numbers(regex).find(name).orElseThrow();

        assertThat(found.stack()).isEqualTo(stack);
        assertThat(found.index()).isEqualTo(index);
        assertThat(found.rest()).isEqualTo(rest);
        assertThat(found.at(11)).isEqualTo(other);
        assertThat(found.at(index)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "blocks_(\\d+), model.layers.3.w",
        "block(\\w+), blockA.w",
        "a(\\d+)|b, b.w",
        "(\\d*)x, x.w"
    })
    void findsNoLayerWhereAPatternDoesNot(String regex, String name) {
        assertThat(numbers(regex).find(name)).isEmpty();
    }

    @Test
    void keepsZerosBeforeTheNumber() {
        LayerName found = new LayerNames(Optional.empty()).find("model.layers.03.w").orElseThrow();

        assertThat(found.at(3)).isEqualTo("model.layers.03.w");
        assertThat(found.at(12)).isEqualTo("model.layers.12.w");
    }

    private static LayerFinder finder(List<String> names) {
        return new LayerFinder(new LayerNames(Optional.empty()), names);
    }

    private static LayerNames numbers(String regex) {
        return LayerNames.of(Optional.of(new LayerPattern(regex)));
    }
}
