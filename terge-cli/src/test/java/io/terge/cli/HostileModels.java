package io.terge.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Models that are wrong, each in one way. */
final class HostileModels {

    private static final byte[] NO_DATA = {};
    private static final String X =
            "\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";

    private HostileModels() {}

    /** Writes one model. */
    interface Writer {

        /** Writes it below the folder and returns its path. */
        Path write(Path folder) throws IOException;
    }

    static Map<String, Writer> all() {
        Map<String, Writer> models = new LinkedHashMap<>();
        addFiles(models);
        addHeaders(models);
        addShapes(models);
        addDirectories(models);
        return models;
    }

    private static void addFiles(Map<String, Writer> models) {
        models.put("not-there", folder -> folder.resolve("bad.safetensors"));
        models.put("not-recognized", folder -> bytes(folder.resolve("bad.gguf"), NO_DATA));
        models.put("empty-file", folder -> bytes(file(folder), NO_DATA));
        models.put("truncated-length", folder -> bytes(file(folder), new byte[5]));
        models.put(
                "header-beyond-file",
                folder -> bytes(file(folder), TensorFile.prefixed(99, json("{}"), NO_DATA)));
        models.put(
                "header-beyond-100-mb",
                folder ->
                        bytes(file(folder), TensorFile.prefixed(100_000_001, json("{}"), NO_DATA)));
        models.put(
                "header-length-negative",
                folder -> bytes(file(folder), TensorFile.prefixed(-1, json("{}"), NO_DATA)));
        models.put("truncated-data", header("{" + X + "}", 7));
        models.put("folder-named-like-a-file", folder -> Files.createDirectories(file(folder)));
    }

    private static void addHeaders(Map<String, Writer> models) {
        models.put("json-invalid", header("{\"x\":[1,}", 0));
        models.put("json-cut", header("{\"x\":{\"dtype\":", 0));
        models.put("json-not-an-object", header("[]", 0));
        models.put("json-after-the-end", header("{" + X + "} {}", 8));
        models.put("json-duplicate-key", header("{" + X + "," + X + "}", 8));
        models.put(
                "json-without-dtype", header("{\"x\":{\"shape\":[2],\"data_offsets\":[0,8]}}", 8));
        models.put("metadata-not-text", header("{\"__metadata__\":{\"a\":1}," + X + "}", 8));
    }

    private static void addShapes(Map<String, Writer> models) {
        models.put("offsets-overlap", header("{" + X + "," + entry("y", "[2]", "4,12") + "}", 12));
        models.put(
                "offsets-with-hole", header("{" + X + "," + entry("y", "[2]", "12,20") + "}", 20));
        models.put("offsets-past-the-end", header("{" + entry("x", "[4]", "0,16") + "}", 8));
        models.put("offsets-backwards", header("{" + entry("x", "[2]", "8,0") + "}", 8));
        models.put("offsets-not-of-the-shape", header("{" + entry("x", "[3]", "0,8") + "}", 8));
        models.put("data-left-over", header("{" + X + "}", 9));
        models.put("dimension-negative", header("{" + entry("x", "[-2]", "0,8") + "}", 8));
        models.put(
                "dimensions-overflow",
                header("{" + entry("x", "[4294967296,4294967296]", "0,8") + "}", 8));
        models.put("dimension-not-a-long", header("{" + entry("x", "[1e99]", "0,8") + "}", 8));
    }

    private static void addDirectories(Map<String, Writer> models) {
        models.put("directory-without-weights", folder -> directory(folder, "config.json", "{}"));
        models.put("index-invalid", index("{\"weight_map\":[]}"));
        models.put("index-without-map", index("{\"metadata\":{}}"));
        models.put("shard-missing", index(map("\"x\":\"gone.safetensors\"")));
        models.put(
                "index-names-absent-tensor",
                index(map("\"x\":\"one.safetensors\",\"y\":\"one.safetensors\"")));
        models.put(
                "index-names-tensor-twice",
                index(map("\"x\":\"one.safetensors\",\"x\":\"two.safetensors\"")));
        models.put(
                "tensor-in-two-shards",
                index(map("\"x\":\"one.safetensors\",\"z\":\"two.safetensors\"")));
        models.put("index-leaves-the-directory", index(map("\"x\":\"../good.safetensors\"")));
        models.put("index-names-absolute-path", index(map("\"x\":\"/etc/passwd\"")));
    }

    private static Writer header(String header, int dataBytes) {
        return folder -> TensorFile.write(file(folder), header, new byte[dataBytes]);
    }

    private static Writer index(String json) {
        return folder -> {
            Path directory = directory(folder, "model.safetensors.index.json", json);
            new TensorFile().with("x", 1, 2).write(directory.resolve("one.safetensors"));
            new TensorFile()
                    .with("x", 1, 2)
                    .with("z", 3)
                    .write(directory.resolve("two.safetensors"));
            return directory;
        };
    }

    private static String map(String entries) {
        return "{\"weight_map\":{" + entries + "}}";
    }

    private static String entry(String name, String shape, String offsets) {
        return "\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%s]}"
                .formatted(name, shape, offsets);
    }

    private static Path file(Path folder) {
        return folder.resolve("bad.safetensors");
    }

    private static Path directory(Path folder, String file, String text) throws IOException {
        Path directory = Files.createDirectories(folder.resolve("bad"));
        Files.writeString(directory.resolve(file), text);
        return directory;
    }

    private static Path bytes(Path file, byte[] bytes) throws IOException {
        return TensorFile.writeBytes(file, bytes);
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
