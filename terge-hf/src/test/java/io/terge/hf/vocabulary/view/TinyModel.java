package io.terge.hf.vocabulary.view;

import io.terge.hf.SafetensorsBytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds model directories of a few numbers. */
final class TinyModel {

    private final SafetensorsBytes weights = new SafetensorsBytes();
    private final Path directory;

    TinyModel(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    TinyModel file(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
        return this;
    }

    /** A configuration with a number of rows. */
    TinyModel config(int rows) throws IOException {
        return file(
                "config.json", "{\"model_type\": \"llama\", \"vocab_size\": %d}".formatted(rows));
    }

    /** A tokenizer of BPE whose tokens are numbered in their order. */
    TinyModel tokens(String... tokens) throws IOException {
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < tokens.length; i++) {
            ids.append(i == 0 ? "" : ", ").append("\"%s\": %d".formatted(tokens[i], i));
        }
        return file(
                "tokenizer.json",
                "{\"added_tokens\": [], \"model\": {\"type\": \"BPE\", \"vocab\": {%s}, \"merges\": []}}"
                        .formatted(ids));
    }

    /** A parameter of 32-bit numbers. */
    TinyModel floats(String name, String shape, float... values) {
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes(name, "F32", shape, bytes.array());
    }

    TinyModel bytes(String name, String dtype, String shape, byte... values) {
        int[] unsigned = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            unsigned[i] = values[i] & 0xFF;
        }
        weights.parameter(name, dtype, shape, unsigned);
        return this;
    }

    Path write() throws IOException {
        weights.write(directory.resolve("model.safetensors"));
        return directory;
    }
}
