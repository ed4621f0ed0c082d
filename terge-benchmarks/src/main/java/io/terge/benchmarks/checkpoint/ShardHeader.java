package io.terge.benchmarks.checkpoint;

import tools.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The header of a safetensors file to write. */
final class ShardHeader {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Object> entries = new LinkedHashMap<>();
    private final WeightType type;
    private long dataSize;

    private ShardHeader(WeightType type) {
        this.type = type;
    }

    /** Puts parameters into files of at most so many bytes, in their order. */
    static List<ShardHeader> split(
            Map<String, List<Long>> parameters, WeightType type, long mostBytes) {
        List<ShardHeader> shards = new ArrayList<>(List.of(new ShardHeader(type)));
        parameters.forEach(
                (name, shape) -> {
                    long size = size(shape, type);
                    long filled = shards.getLast().dataSize;
                    if (filled > 0 && filled + size > mostBytes) {
                        shards.add(new ShardHeader(type));
                    }
                    shards.getLast().add(name, shape, size);
                });
        return shards;
    }

    /** Puts so many parameters into each file, in their order. */
    static List<ShardHeader> ofCount(
            Map<String, List<Long>> parameters, WeightType type, int count) {
        List<ShardHeader> shards = new ArrayList<>(List.of(new ShardHeader(type)));
        parameters.forEach(
                (name, shape) -> {
                    if (shards.getLast().entries.size() == count) {
                        shards.add(new ShardHeader(type));
                    }
                    shards.getLast().add(name, shape, size(shape, type));
                });
        return shards;
    }

    private static long size(List<Long> shape, WeightType type) {
        return shape.stream().reduce((long) type.size(), (a, b) -> a * b);
    }

    private void add(String name, List<Long> shape, long size) {
        List<Long> offsets = List.of(dataSize, dataSize + size);
        entries.put(name, Map.of("dtype", type.name(), "shape", shape, "data_offsets", offsets));
        dataSize += size;
    }

    Set<String> names() {
        return entries.keySet();
    }

    long dataSize() {
        return dataSize;
    }

    /** All bytes before the weights. */
    ByteBuffer bytes() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("__metadata__", Map.of("format", "pt"));
        all.putAll(entries);
        byte[] json = JSON.writeValueAsBytes(all);
        int padded = (json.length + 7) / 8 * 8;
        ByteBuffer bytes = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(padded).put(json);
        while (bytes.hasRemaining()) {
            bytes.put((byte) ' ');
        }
        return bytes.flip();
    }
}
