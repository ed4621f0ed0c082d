package io.terge.benchmarks.checkpoint;

import io.terge.benchmarks.files.WeightFiles;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The weights of a model directory, read an element at a time. */
public final class StoredWeights implements AutoCloseable {

    private record Place(FileChannel channel, long offset, long elements, WeightType type) {}

    private final Map<Path, FileChannel> channels = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    private StoredWeights() {}

    /** Opens all weight files of a model directory. */
    public static StoredWeights open(Path model) throws IOException {
        StoredWeights weights = new StoredWeights();
        try {
            for (Path file : WeightFiles.in(model)) {
                FileChannel channel = FileChannel.open(file);
                weights.channels.put(file, channel);
                weights.addAll(channel);
            }
        } catch (IOException | RuntimeException failure) {
            weights.close();
            throw failure;
        }
        return weights;
    }

    private void addAll(FileChannel channel) throws IOException {
        long length = read(channel, 0, 8).getLong();
        ByteBuffer header = read(channel, 8, Math.toIntExact(length));
        JsonNode entries = new JsonMapper().readTree(header.array());
        for (Map.Entry<String, JsonNode> entry : entries.properties()) {
            if (!entry.getKey().equals("__metadata__")) {
                JsonNode offsets = entry.getValue().get("data_offsets");
                long from = offsets.get(0).asLong();
                WeightType type = WeightType.named(entry.getValue().get("dtype").asString());
                long elements = (offsets.get(1).asLong() - from) / type.size();
                places.put(entry.getKey(), new Place(channel, 8 + length + from, elements, type));
            }
        }
    }

    /** The names of all parameters. */
    public Set<String> names() {
        return places.keySet();
    }

    /** How many elements a parameter has. */
    public long elements(String name) {
        return place(name).elements();
    }

    /** The type of a parameter. */
    public WeightType type(String name) {
        return place(name).type();
    }

    /** The bits of an element of a parameter. */
    public int bits(String name, long index) throws IOException {
        Place place = place(name);
        int size = place.type().size();
        return place.type().get(read(place.channel(), place.offset() + index * size, size));
    }

    private Place place(String name) {
        Place place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("No parameter " + name);
        }
        return place;
    }

    private static ByteBuffer read(FileChannel channel, long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("A weight file ends early");
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        for (FileChannel channel : List.copyOf(channels.values())) {
            channel.close();
        }
    }
}
