package io.terge.djl;

import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Convolution;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.nn.recurrent.RecurrentBlock;
import ai.djl.nn.transformer.IdEmbedding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameter names of single layers. Shapes, and the order of the gates of recurrent layers, are
 * the same in DJL's PyTorch engine and in PyTorch for all layers that are here. Transposed
 * convolutions and Prelu are not: DJL gives their weights other shapes.
 */
final class LayerNames {

    private static final String SUPPORTED =
            "Linear, Conv1d, Conv2d, Conv3d, Embedding, IdEmbedding, BatchNorm, LayerNorm,"
                    + " RNN, GRU and LSTM";
    private static final Pattern RECURRENT =
            Pattern.compile(
                    "(?<direction>[lr])_(?<layer>\\d+)_(?<from>i2h|h2h)_(?<kind>WEIGHT|BIAS)");

    private LayerNames() {}

    /**
     * Returns PyTorch's names of a layer's parameters by DJL's, in DJL's order.
     *
     * @throws IllegalArgumentException if the layer is of another kind
     */
    static SequencedMap<String, String> of(Block layer) {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        for (String name : layer.getDirectParameters().keys()) {
            names.put(name, pyTorch(layer, name));
        }
        return names;
    }

    private static String pyTorch(Block layer, String name) {
        return switch (layer) {
            case Linear linear -> name;
            case Convolution convolution -> name;
            case Embedding<?> embedding -> "weight";
            case IdEmbedding embedding -> "weight";
            case BatchNorm norm -> norm(name);
            case LayerNorm norm -> norm(name);
            case RecurrentBlock recurrent -> recurrent(name);
            default ->
                    throw new IllegalArgumentException(
                            "The names of %s in PyTorch are unknown; supported: %s"
                                    .formatted(layer.getClass().getSimpleName(), SUPPORTED));
        };
    }

    private static String norm(String name) {
        return Map.of(
                        "gamma", "weight",
                        "beta", "bias",
                        "runningMean", "running_mean",
                        "runningVar", "running_var")
                .getOrDefault(name, name);
    }

    private static String recurrent(String name) {
        Matcher parts = RECURRENT.matcher(name);
        if (!parts.matches()) {
            return name;
        }
        return "%s_%s_l%s%s"
                .formatted(
                        parts.group("kind").equals("WEIGHT") ? "weight" : "bias",
                        parts.group("from").equals("i2h") ? "ih" : "hh",
                        parts.group("layer"),
                        parts.group("direction").equals("r") ? "_reverse" : "");
    }
}
