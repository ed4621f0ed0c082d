package io.terge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes dense models of 2 layers, of which mixtures are made. */
final class DenseModels {

    private static final int LAYERS = 2;

    private final Map<String, int[]> shapes = new LinkedHashMap<>();
    private final String type;
    private final int size;
    private final int layers;

    /**
     * @param type the {@code model_type}
     * @param size the number of intermediate states; there are 2 hidden states
     */
    DenseModels(String type, int size) {
        this(type, size, LAYERS);
    }

    DenseModels(String type, int size, int layers) {
        this.type = type;
        this.size = size;
        this.layers = layers;
        shapes.put("model.embed_tokens.weight", new int[] {4, 2});
        for (int layer = 0; layer < layers; layer++) {
            String of = "model.layers." + layer + ".";
            shapes.put(of + "self_attn.q_proj.weight", new int[] {2, 2});
            shapes.put(of + "mlp.gate_proj.weight", new int[] {size, 2});
            shapes.put(of + "mlp.up_proj.weight", new int[] {size, 2});
            shapes.put(of + "mlp.down_proj.weight", new int[] {2, size});
        }
        shapes.put("lm_head.weight", new int[] {4, 2});
    }

    DenseModels with(String name, int rows, int columns) {
        shapes.put(name, new int[] {rows, columns});
        return this;
    }

    DenseModels without(String name) {
        shapes.remove(name);
        return this;
    }

    /**
     * Writes a model.
     *
     * @param first the first number of its first parameter; the others follow one by one
     */
    void write(Path directory, int first) throws IOException {
        TensorFile file = new TensorFile();
        int next = first;
        for (Map.Entry<String, int[]> parameter : shapes.entrySet()) {
            int rows = parameter.getValue()[0];
            int columns = parameter.getValue()[1];
            float[] values = new float[rows * columns];
            for (int i = 0; i < values.length; i++) {
                values[i] = next + i;
            }
            next += values.length;
            String shape = "[%d,%d]".formatted(rows, columns);
            file.add(parameter.getKey(), "F32", shape, TensorFile.bytes(values));
        }
        file.write(directory.resolve("model.safetensors"));
        Files.writeString(
                directory.resolve("config.json"),
                """
                {
                  "model_type": "%s",
                  "hidden_size": 2,
                  "intermediate_size": %d,
                  "num_hidden_layers": %d,
                  "num_attention_heads": 1,
                  "tie_word_embeddings": false
                }
                """
                        .formatted(type, size, layers));
        Files.writeString(directory.resolve("tokenizer_config.json"), "{}");
    }
}
