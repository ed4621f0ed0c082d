package io.terge.hf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds the bytes of safetensors files by hand, right ones and wrong ones. */
public final class SafetensorsBytes {

    private final List<String> entries = new ArrayList<>();
    private byte[] weights = {};

    /** Adds an entry for the bytes that follow those of the entry before. */
    public SafetensorsBytes parameter(String name, String dtype, String shape, int... bytes) {
        int start = weights.length;
        weights = Arrays.copyOf(weights, start + bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            weights[start + i] = (byte) bytes[i];
        }
        return field("\"" + name + "\":" + entry(dtype, shape, start, weights.length));
    }

    /** Adds {@code "key": value} to the header. */
    public SafetensorsBytes field(String json) {
        entries.add(json);
        return this;
    }

    /** An entry's JSON. */
    public static String entry(String dtype, String shape, long start, long end) {
        return "{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                .formatted(dtype, shape, start, end);
    }

    /** The file's bytes. */
    public byte[] bytes() {
        return file("{" + String.join(",", entries) + "}", weights);
    }

    /** Writes the file. */
    public Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    /** A file of this header and as many zero bytes of weights. */
    public static byte[] file(String header, int weights) {
        return file(header, new byte[weights]);
    }

    private static byte[] file(String header, byte[] weights) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return file(json.length, json, weights);
    }

    /** A file that says its header has a length, whatever it has. */
    public static byte[] file(long length, byte[] header, byte[] weights) {
        return ByteBuffer.allocate(Long.BYTES + header.length + weights.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(header)
                .put(weights)
                .array();
    }
}
