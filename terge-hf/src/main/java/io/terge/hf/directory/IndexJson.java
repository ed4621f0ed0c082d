package io.terge.hf.directory;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.util.SortedMap;

/** Writes an index of shards. */
final class IndexJson {

    private IndexJson() {}

    /**
     * Returns the index in UTF-8.
     *
     * @param places the file of each parameter
     * @param size the size of all weights in bytes
     */
    static byte[] of(SortedMap<String, String> places, long size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeObjectPropertyStart("metadata");
            json.writeNumberProperty("total_size", size);
            json.writeEndObject();
            json.writeObjectPropertyStart("weight_map");
            places.forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
