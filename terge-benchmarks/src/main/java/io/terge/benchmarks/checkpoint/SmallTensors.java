package io.terge.benchmarks.checkpoint;

import io.terge.benchmarks.files.Folders;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Synthetic models of very many small tensors: of 16, 32, 48 or 64 numbers in F32, named as those
 * of experts in layers. They stay in a folder for the next time.
 *
 * @param folder where they are; made if it is missing
 * @param tensors how many tensors each model has
 * @param perFile how many of them are in one file
 */
public record SmallTensors(Path folder, int tensors, int perFile) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final WeightType TYPE = WeightType.F32;
    private static final int STEP = 16;
    private static final int SIZES = 4;
    private static final int EXPERTS = 5;
    private static final List<String> KINDS =
            List.of("gate.weight", "up.weight", "up.bias", "down.weight", "down.bias");

    /** Returns so many models, each with weights of its own; makes those that are missing. */
    public List<Path> models(int count) throws IOException {
        List<Path> models = new ArrayList<>();
        Path place = folder.resolve("small-%d-%d".formatted(tensors, perFile));
        Files.createDirectories(place);
        for (int i = 0; i < count; i++) {
            Path model = place.resolve("model-" + i);
            if (Files.notExists(model)) {
                Path unfinished = place.resolve("unfinished");
                Folders.delete(unfinished);
                write(unfinished, new SplittableRandom(i));
                Files.move(unfinished, model);
            }
            models.add(model);
        }
        return models;
    }

    private void write(Path model, SplittableRandom random) throws IOException {
        Files.createDirectory(model);
        JSON.writeValue(model.resolve("config.json"), Map.of("model_type", "llama"));
        List<ShardHeader> shards = ShardHeader.ofCount(parameters(), TYPE, perFile);
        Map<String, String> index = new LinkedHashMap<>();
        for (int i = 0; i < shards.size(); i++) {
            String name = CheckpointWriter.fileName(i, shards.size());
            write(model.resolve(name), shards.get(i), random);
            shards.get(i).names().forEach(parameter -> index.put(parameter, name));
        }
        if (shards.size() > 1) {
            JSON.writeValue(
                    model.resolve("model.safetensors.index.json"),
                    Map.of("metadata", Map.of(), "weight_map", index));
        }
    }

    private Map<String, List<Long>> parameters() {
        Map<String, List<Long>> parameters = new LinkedHashMap<>();
        for (int i = 0; i < tensors; i++) {
            int expert = i / KINDS.size();
            String name =
                    "model.layers.%d.experts.%d.%s"
                            .formatted(
                                    expert / EXPERTS,
                                    expert % EXPERTS,
                                    KINDS.get(i % KINDS.size()));
            parameters.put(name, List.of((long) STEP * (1 + i % SIZES)));
        }
        return parameters;
    }

    private static void write(Path file, ShardHeader shard, SplittableRandom random)
            throws IOException {
        ByteBuffer weights =
                ByteBuffer.allocate(Math.toIntExact(shard.dataSize()))
                        .order(ByteOrder.LITTLE_ENDIAN);
        while (weights.hasRemaining()) {
            TYPE.put(weights, TYPE.bitsNear((float) random.nextGaussian()));
        }
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (ByteBuffer part : List.of(shard.bytes(), weights.flip())) {
                while (part.hasRemaining()) {
                    channel.write(part);
                }
            }
        }
    }
}
