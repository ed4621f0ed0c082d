package io.terge.benchmarks.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The widths of a Llama model, from which the shapes of all its parameters follow. The output head
 * is a matrix of its own.
 *
 * @param vocabulary rows of the embedding and of the head
 * @param hidden the width of the model
 * @param intermediate the width inside the feed-forward part
 * @param layers how many layers
 * @param heads how many heads of queries
 * @param keyValueHeads how many heads of keys and values
 */
public record LlamaShape(
        int vocabulary, int hidden, int intermediate, int layers, int heads, int keyValueHeads) {

    /**
     * Returns the shape with about so many parameters: the widths of a published model of about
     * this size, and as many layers as it takes. 1.1 is TinyLlama, with its 22 layers.
     *
     * @param billions the parameters, in thousands of millions
     */
    public static LlamaShape ofBillions(double billions) {
        LlamaShape widths = widths(billions);
        double left = billions * 1e9 - widths.parametersOutsideLayers();
        return widths.withLayers((int) Math.max(1, Math.round(left / widths.parametersPerLayer())));
    }

    private static LlamaShape widths(double billions) {
        if (billions < 0.01) {
            return new LlamaShape(2000, 192, 512, 1, 6, 2);
        }
        if (billions < 0.05) {
            return new LlamaShape(32000, 256, 704, 1, 8, 2);
        }
        if (billions < 0.2) {
            return new LlamaShape(32000, 768, 2048, 1, 12, 4);
        }
        if (billions < 0.7) {
            return new LlamaShape(32000, 1024, 2816, 1, 16, 4);
        }
        if (billions < 2) {
            return new LlamaShape(32000, 2048, 5632, 1, 32, 4);
        }
        if (billions < 5) {
            return new LlamaShape(32000, 3072, 8192, 1, 24, 8);
        }
        return new LlamaShape(32000, 4096, 11008, 1, 32, 32);
    }

    private LlamaShape withLayers(int count) {
        return new LlamaShape(vocabulary, hidden, intermediate, count, heads, keyValueHeads);
    }

    /** The names and shapes of all parameters, in the order of the model. */
    public Map<String, List<Long>> parameters() {
        Map<String, List<Long>> parameters = new LinkedHashMap<>();
        parameters.put("model.embed_tokens.weight", shape(vocabulary, hidden));
        for (int layer = 0; layer < layers; layer++) {
            addLayer(parameters, "model.layers." + layer + ".");
        }
        parameters.put("model.norm.weight", shape(hidden));
        parameters.put("lm_head.weight", shape(vocabulary, hidden));
        return parameters;
    }

    private void addLayer(Map<String, List<Long>> to, String prefix) {
        to.put(prefix + "self_attn.q_proj.weight", shape(hidden, hidden));
        to.put(prefix + "self_attn.k_proj.weight", shape(keyValueWidth(), hidden));
        to.put(prefix + "self_attn.v_proj.weight", shape(keyValueWidth(), hidden));
        to.put(prefix + "self_attn.o_proj.weight", shape(hidden, hidden));
        to.put(prefix + "mlp.gate_proj.weight", shape(intermediate, hidden));
        to.put(prefix + "mlp.up_proj.weight", shape(intermediate, hidden));
        to.put(prefix + "mlp.down_proj.weight", shape(hidden, intermediate));
        to.put(prefix + "input_layernorm.weight", shape(hidden));
        to.put(prefix + "post_attention_layernorm.weight", shape(hidden));
    }

    /** How many numbers the model has. */
    public long parameterCount() {
        return parametersOutsideLayers() + layers * parametersPerLayer();
    }

    /** The model's {@code config.json}. */
    public Map<String, Object> configuration(WeightType type) {
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("architectures", List.of("LlamaForCausalLM"));
        configuration.put("model_type", "llama");
        configuration.put("vocab_size", vocabulary);
        configuration.put("hidden_size", hidden);
        configuration.put("intermediate_size", intermediate);
        configuration.put("num_hidden_layers", layers);
        configuration.put("num_attention_heads", heads);
        configuration.put("num_key_value_heads", keyValueHeads);
        configuration.put("tie_word_embeddings", false);
        configuration.put("torch_dtype", type.torchName());
        return configuration;
    }

    private long parametersOutsideLayers() {
        return 2L * vocabulary * hidden + hidden;
    }

    private long parametersPerLayer() {
        long attention = 2L * hidden * hidden + 2L * keyValueWidth() * hidden;
        return attention + 3L * intermediate * hidden + 2L * hidden;
    }

    private int keyValueWidth() {
        return hidden / heads * keyValueHeads;
    }

    private static List<Long> shape(long... dimensions) {
        List<Long> shape = new ArrayList<>();
        for (long dimension : dimensions) {
            shape.add(dimension);
        }
        return List.copyOf(shape);
    }
}
