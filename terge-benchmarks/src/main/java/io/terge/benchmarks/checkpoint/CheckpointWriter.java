package io.terge.benchmarks.checkpoint;

import io.terge.benchmarks.files.Workers;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes one model as a Hugging Face directory.
 *
 * @param shape its shape
 * @param type the type of all its weights
 * @param shardSize the most bytes of weights in a file
 */
record CheckpointWriter(LlamaShape shape, WeightType type, long shardSize) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Writes the model with the weights of a seed into a folder, which must not be there yet. */
    void write(Path folder, long seed) throws IOException {
        Files.createDirectory(folder);
        JSON.writeValue(folder.resolve("config.json"), shape.configuration(type));
        List<ShardHeader> shards = ShardHeader.split(shape.parameters(), type, shardSize);
        RandomBlock numbers = new RandomBlock(type, seed);
        Map<String, String> index = new LinkedHashMap<>();
        for (int i = 0; i < shards.size(); i++) {
            String name = fileName(i, shards.size());
            writeShard(folder.resolve(name), shards.get(i), numbers, (long) i << 40);
            shards.get(i).names().forEach(parameter -> index.put(parameter, name));
        }
        if (shards.size() > 1) {
            long total = shape.parameterCount() * type.size();
            JSON.writeValue(
                    folder.resolve("model.safetensors.index.json"),
                    Map.of("metadata", Map.of("total_size", total), "weight_map", index));
        }
    }

    private static void writeShard(Path file, ShardHeader shard, RandomBlock numbers, long place)
            throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer header = shard.bytes();
            int start = header.remaining();
            writeFully(channel, header, 0);
            // Parameters meet within a piece: they are cut from one row of numbers all the same.
            List<Long> pieces = new ArrayList<>();
            for (long at = 0; at < shard.dataSize(); at += RandomBlock.LONGEST) {
                pieces.add(at);
            }
            Workers.run(
                    Runtime.getRuntime().availableProcessors(),
                    pieces.size(),
                    () ->
                            i -> {
                                long at = pieces.get(i);
                                int length =
                                        (int) Math.min(RandomBlock.LONGEST, shard.dataSize() - at);
                                writeFully(channel, numbers.cut(place + at, length), start + at);
                            });
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes, long position)
            throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    static String fileName(int index, int count) {
        return count == 1
                ? "model.safetensors"
                : "model-%05d-of-%05d.safetensors".formatted(index + 1, count);
    }
}
