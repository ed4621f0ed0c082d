package io.terge.hf.directory;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.FileNames;
import io.terge.files.OpenFile;
import io.terge.files.Quoted;
import io.terge.files.json.JsonReader;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which parameter is in which shard.
 *
 * @param file the index file
 * @param shards shard by parameter name, each below the directory of the index
 */
record ShardIndex(Path file, Map<String, Path> shards) {

    private static final long MAX_BYTES = 100_000_000;

    /**
     * Reads an index and checks all of its names.
     *
     * @param file the index file
     */
    static ShardIndex read(Path file) throws IOException {
        MemorySegment bytes = contents(file);
        Map<String, Path> shards = new LinkedHashMap<>();
        ErrorCode code = DirectoryCode.INDEX_INVALID;
        try (JsonReader json = new JsonReader(bytes, Quoted.of(file), code, code)) {
            Set<String> found = json.object("it", field -> readField(json, field, file, shards));
            json.end();
            if (!found.contains("weight_map")) {
                throw invalid(Quoted.of(file) + " has no weight_map");
            }
        }
        return new ShardIndex(file, shards);
    }

    private static MemorySegment contents(Path file) throws IOException {
        try (OpenFile open = OpenFile.open(file)) {
            if (open.size() > MAX_BYTES) {
                throw invalid("%s has more than %d bytes".formatted(Quoted.of(file), MAX_BYTES));
            }
            MemorySegment bytes = MemorySegment.ofArray(new byte[(int) open.size()]);
            open.bytes(0, open.size()).read(0, bytes);
            return bytes;
        }
    }

    /** All shards, each once, in the order of their names. */
    List<Path> files() {
        return shards.values().stream().distinct().sorted().toList();
    }

    private static void readField(
            JsonReader json, String field, Path file, Map<String, Path> shards) {
        if (field.equals("weight_map")) {
            json.object(
                    field,
                    name -> {
                        String shard = json.string("the shard of " + Quoted.of(name));
                        shards.put(name, located(file, name, shard));
                    });
        } else {
            json.skip();
        }
    }

    private static Path located(Path file, String name, String shard) {
        return FileNames.within(file.resolveSibling(""), shard)
                .orElseThrow(
                        () ->
                                new TergeException(
                                        Problem.of(
                                                TergeCode.UNSAFE_PATH,
                                                "%s maps %s to %s, which is not a file in the model's directory"
                                                        .formatted(
                                                                Quoted.of(file),
                                                                Quoted.of(name),
                                                                Quoted.of(shard)))));
    }

    private static TergeException invalid(String message) {
        return new TergeException(Problem.of(DirectoryCode.INDEX_INVALID, message));
    }
}
