package io.terge.djl;

import ai.djl.nn.Block;
import ai.djl.util.Pair;

import io.terge.api.ModelScope;
import io.terge.api.Rename;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;

/**
 * The parameter names of a block beside those of the same network in PyTorch, as rename rules for a
 * merge of both:
 *
 * <pre>{@code
 * PyTorchNames names = PyTorchNames.of(block).module("01LSTM", "lstm").module("02Linear", "head");
 * Terge.merge(block, Path.of("pytorch.safetensors"))
 *         .with(request -> request.renames(names.toDjl(ModelScope.model(1))))
 *         .inPlace();
 * }</pre>
 *
 * <p>Layers: Linear, Conv1d, Conv2d, Conv3d, Embedding, IdEmbedding, BatchNorm, LayerNorm, RNN,
 * GRU, LSTM of DJL's PyTorch engine, whose shapes and order of gates are those of PyTorch. What
 * only one side has, such as {@code num_batches_tracked}, is not merged. Immutable.
 *
 * @since 0.1
 */
public final class PyTorchNames {

    private final Block block;
    private final SequencedMap<String, String> names;

    private PyTorchNames(Block block, SequencedMap<String, String> names) {
        this.block = block;
        this.names = names;
    }

    /**
     * Returns names of a block, none of whose layers are mapped yet. It need not be initialised.
     */
    public static PyTorchNames of(Block block) {
        return new PyTorchNames(block, new LinkedHashMap<>());
    }

    /**
     * Maps a layer to its module in PyTorch.
     *
     * @param layer the beginning of its parameters' names in DJL, without the last underscore, e.g.
     *     {@code 01Linear} or {@code 02Encoder_01LSTM}; empty if the block itself is the layer
     * @param module the name of the module in PyTorch, e.g. {@code encoder.fc1}; empty if the state
     *     dict is of the layer alone
     * @throws IllegalArgumentException if there is no such layer, or it is of another kind than
     *     those above
     */
    public PyTorchNames module(String layer, String module) {
        SequencedMap<String, Block> layers = new LinkedHashMap<>();
        collect("", block, layers);
        Block found = layers.get(layer);
        if (found == null) {
            throw new IllegalArgumentException(
                    "No layer '%s' with parameters; layers: %s".formatted(layer, layers.keySet()));
        }
        SequencedMap<String, String> more = new LinkedHashMap<>(names);
        LayerNames.of(found)
                .forEach(
                        (djl, pyTorch) ->
                                more.put(join(layer, "_", djl), join(module, ".", pyTorch)));
        return new PyTorchNames(block, more);
    }

    /** Returns PyTorch's names by DJL's, of the layers that are mapped. */
    public Map<String, String> names() {
        return new LinkedHashMap<>(names);
    }

    /** Returns the renames that give parameters of PyTorch models the names of the block. */
    public List<Rename> toDjl(ModelScope pyTorchModels) {
        return names.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(entry.getValue()))
                .map(entry -> rename(pyTorchModels, entry.getValue(), entry.getKey()))
                .toList();
    }

    /** Returns the renames that give parameters of DJL models the names of the PyTorch network. */
    public List<Rename> toPyTorch(ModelScope djlModels) {
        return names.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(entry.getValue()))
                .map(entry -> rename(djlModels, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void collect(String path, Block block, SequencedMap<String, Block> layers) {
        if (!block.getDirectParameters().isEmpty()) {
            layers.put(path, block);
        }
        for (Pair<String, Block> child : block.getChildren()) {
            collect(join(path, "_", child.getKey()), child.getValue(), layers);
        }
    }

    private static Rename rename(ModelScope models, String from, String to) {
        String literal = from.replaceAll("[^\\w]", "\\\\$0");
        return new Rename(models, "^" + literal + "$", Matcher.quoteReplacement(to));
    }

    private static String join(String before, String separator, String after) {
        return before.isEmpty() ? after : before + separator + after;
    }
}
