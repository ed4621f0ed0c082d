package io.terge.benchmarks.report;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;

/** Results for programs. */
public final class JsonFile {

    private JsonFile() {}

    /** Writes a value and all that is in it. */
    public static void write(Path file, Object value) {
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValue(file, value);
    }

    /** Reads what {@link #write} has written of a record, in a field of an object. */
    public static <T> T read(Path file, String field, Class<T> type) {
        JsonMapper mapper = JsonMapper.builder().build();
        return mapper.treeToValue(mapper.readTree(file).get(field), type);
    }
}
