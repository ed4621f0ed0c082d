package io.terge.examples.conformance;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A parameter in a safetensors file, read without terge.
 *
 * @param dtype the type's name
 * @param shape the dimensions
 * @param bytes the elements
 */
public record RawTensor(String dtype, List<Long> shape, byte[] bytes) {

    /** Reads a whole file. */
    public static Map<String, RawTensor> read(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int header = Math.toIntExact(littleEndian(all).getLong(0));
        int data = Long.BYTES + header;
        JsonNode root = JsonMapper.shared().readTree(Arrays.copyOfRange(all, Long.BYTES, data));
        Map<String, RawTensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            if (!entry.getKey().equals("__metadata__")) {
                tensors.put(entry.getKey(), tensor(entry.getValue(), all, data));
            }
        }
        return tensors;
    }

    private static RawTensor tensor(JsonNode header, byte[] all, int data) {
        JsonNode offsets = header.get("data_offsets");
        byte[] bytes =
                Arrays.copyOfRange(
                        all, data + offsets.get(0).asInt(), data + offsets.get(1).asInt());
        List<Long> shape = header.get("shape").valueStream().map(JsonNode::asLong).toList();
        return new RawTensor(header.get("dtype").asString(), shape, bytes);
    }

    /** The numbers. */
    public double[] values() {
        ByteBuffer buffer = littleEndian(bytes);
        return switch (dtype) {
            case "F64" -> numbers(8).mapToDouble(at -> buffer.getDouble(at)).toArray();
            case "F32" -> numbers(4).mapToDouble(at -> buffer.getFloat(at)).toArray();
            case "F16" ->
                    numbers(2)
                            .mapToDouble(at -> Float.float16ToFloat(buffer.getShort(at)))
                            .toArray();
            case "BF16" ->
                    numbers(2)
                            .mapToDouble(at -> Float.intBitsToFloat(buffer.getShort(at) << 16))
                            .toArray();
            default -> throw new IllegalStateException("No numbers in " + dtype);
        };
    }

    private IntStream numbers(int size) {
        return IntStream.range(0, bytes.length / size).map(i -> i * size);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
