package io.terge.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes safetensors files byte by byte, with no code of terge: good ones from named floats, and
 * bad ones from any header and any data.
 */
final class TensorFile {

    private final List<String> entries = new ArrayList<>();
    private byte[] data = new byte[0];

    /** Adds an F32 parameter of one dimension. */
    TensorFile with(String name, float... values) {
        return add(name, "F32", "[" + values.length + "]", bytes(values));
    }

    /** Adds a parameter of any type and shape. */
    TensorFile add(String name, String dtype, String shape, byte[] bytes) {
        int begin = data.length;
        ByteBuffer all = ByteBuffer.allocate(begin + bytes.length).put(data).put(bytes);
        data = all.array();
        return entry(
                "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                        .formatted(name, dtype, shape, begin, data.length));
    }

    /** Adds a text to the header as it stands. */
    TensorFile entry(String json) {
        entries.add(json);
        return this;
    }

    /** Writes the file, making its folder. */
    Path write(Path file) throws IOException {
        return write(file, "{" + String.join(",", entries) + "}", data);
    }

    /** Writes a file of any header and any data. */
    static Path write(Path file, String header, byte[] data) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return writeBytes(file, prefixed(json.length, json, data));
    }

    /** Writes a file of a header length that may be wrong. */
    static byte[] prefixed(long length, byte[] json, byte[] data) {
        return ByteBuffer.allocate(Long.BYTES + json.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(json)
                .put(data)
                .array();
    }

    static Path writeBytes(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    static byte[] bytes(float... values) {
        ByteBuffer buffer =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            buffer.putFloat(value);
        }
        return buffer.array();
    }

    /** Reads an F32 parameter of a file that holds it, with no code of terge. */
    static float[] read(Path file, String name) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) bytes.getLong(0);
        String header = new String(bytes.array(), Long.BYTES, length, StandardCharsets.UTF_8);
        String[] offsets =
                header.replaceAll(
                                ".*\"\\Q"
                                        + name
                                        + "\\E\":\\{[^}]*\"data_offsets\":\\[(\\d+),(\\d+)].*",
                                "$1 $2")
                        .strip()
                        .split(" ");
        int begin = Integer.parseInt(offsets[0]);
        int end = Integer.parseInt(offsets[1]);
        float[] values = new float[(end - begin) / Float.BYTES];
        bytes.position(Long.BYTES + length + begin);
        bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
