package io.terge.hf.directory;

import io.terge.hf.safetensors.SafetensorsLayout;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;

/** Writes an index of shards. */
final class IndexJson {

    private IndexJson() {}

    /**
     * Returns the index in UTF-8, sorted.
     *
     * @param layouts the shards by file name
     */
    static byte[] of(Map<String, SafetensorsLayout> layouts) {
        Map<String, String> places = new TreeMap<>();
        layouts.forEach((file, layout) -> layout.names().forEach(name -> places.put(name, file)));
        long size = layouts.values().stream().mapToLong(SafetensorsLayout::weightBytes).sum();
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
