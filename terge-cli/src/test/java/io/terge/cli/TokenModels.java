package io.terge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes models of an embedding and a norm, with tokenizers.
 *
 * @param tokens the tokens, in the order of their IDs
 */
record TokenModels(List<String> tokens) {

    static TokenModels of(String... tokens) {
        return new TokenModels(List.of(tokens));
    }

    /**
     * Writes a model.
     *
     * @param width how many elements a row has
     * @param embedding the rows
     */
    void write(Path directory, int width, float... embedding) throws IOException {
        int rows = embedding.length / width;
        new TensorFile()
                .add(
                        "model.embed_tokens.weight",
                        "F32",
                        "[%d,%d]".formatted(rows, width),
                        TensorFile.bytes(embedding))
                .add(
                        "model.norm.weight",
                        "F32",
                        "[%d]".formatted(width),
                        TensorFile.bytes(new float[width]))
                .write(directory.resolve("model.safetensors"));
        Files.writeString(
                directory.resolve("config.json"),
                """
                {
                  "architectures": ["LlamaForCausalLM"],
                  "model_type": "llama",
                  "hidden_size": %d,
                  "eos_token_id": %d,
                  "tie_word_embeddings": true,
                  "vocab_size": %d
                }
                """
                        .formatted(width, tokens.size() - 1, rows));
        String ids =
                IntStream.range(0, tokens.size())
                        .mapToObj(id -> "\"%s\": %d".formatted(tokens.get(id), id))
                        .collect(Collectors.joining(", "));
        Files.writeString(
                directory.resolve("tokenizer.json"),
                """
                {"added_tokens": [], "model": {"type": "BPE", "vocab": {%s}, "merges": []}}
                """
                        .formatted(ids));
    }
}
