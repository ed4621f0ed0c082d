package io.terge.hf.experts.view;

import io.terge.hf.SafetensorsBytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds directories of dense models: 2 layers, 2 hidden and 3 intermediate states. */
final class DenseModel {

    static final int LAYERS = 2;

    private final Map<String, String> shapes = new LinkedHashMap<>();
    private String config;
    private final int first;

    private DenseModel(String type, int first) {
        this.first = first;
        config =
                """
                {
                  "model_type": "%s",
                  "hidden_size": 2,
                  "intermediate_size": 3,
                  "num_hidden_layers": 2,
                  "num_attention_heads": 1,
                  "dtype": "float32"
                }
                """
                        .formatted(type);
        shapes.put("model.embed_tokens.weight", "[4,2]");
        for (int layer = 0; layer < LAYERS; layer++) {
            String of = "model.layers." + layer + ".";
            shapes.put(of + "self_attn.q_proj.weight", "[2,2]");
            shapes.put(of + "mlp.gate_proj.weight", "[3,2]");
            shapes.put(of + "mlp.up_proj.weight", "[3,2]");
            shapes.put(of + "mlp.down_proj.weight", "[2,3]");
        }
        shapes.put("lm_head.weight", "[4,2]");
    }

    /**
     * @param type its {@code model_type}
     * @param first the first element of its first parameter; all others follow one by one
     */
    static DenseModel of(String type, int first) {
        return new DenseModel(type, first);
    }

    DenseModel with(String name, String shape) {
        shapes.put(name, shape);
        return this;
    }

    DenseModel without(String name) {
        shapes.remove(name);
        return this;
    }

    DenseModel config(String text) {
        config = text;
        return this;
    }

    Path write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("config.json"), config);
        Files.writeString(directory.resolve("tokenizer_config.json"), "{}");
        SafetensorsBytes weights = new SafetensorsBytes();
        int next = first;
        for (Map.Entry<String, String> parameter : shapes.entrySet()) {
            int count = 1;
            for (String size : parameter.getValue().replaceAll("[\\[\\]]", "").split(",")) {
                count *= Integer.parseInt(size);
            }
            weights.parameter(parameter.getKey(), "F32", parameter.getValue(), floats(next, count));
            next += count;
        }
        weights.write(directory.resolve("model.safetensors"));
        return directory;
    }

    /** The bytes of consecutive whole numbers. */
    static int[] floats(int first, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putFloat(first + i);
        }
        int[] unsigned = new int[bytes.capacity()];
        for (int i = 0; i < unsigned.length; i++) {
            unsigned[i] = bytes.get(i) & 0xFF;
        }
        return unsigned;
    }
}
