package io.terge.json;

import io.terge.api.OutputFiles;
import io.terge.json.JsonFields.Field;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of an output besides its weights, in plans; not written where there are none. */
final class CompanionFields {

    private static final String NAME = "companions";

    private CompanionFields() {}

    static void write(JsonOutput json, OutputFiles files) {
        if (files.isEmpty()) {
            return;
        }
        json.object(
                NAME,
                () -> {
                    json.list("copied", files.copied(), json::text);
                    json.list("written", files.written(), json::text);
                    json.object("leftOut", () -> files.leftOut().forEach(json::text));
                    json.object("outdated", () -> files.outdated().forEach(json::text));
                });
    }

    static Field<OutputFiles> of(JsonFields fields, JsonInput json) {
        return fields.field(NAME, () -> read(json));
    }

    private static OutputFiles read(JsonInput json) {
        JsonFields fields = json.fields();
        Field<List<String>> copied = fields.field("copied", () -> json.list(json::text));
        Field<List<String>> written = fields.field("written", () -> json.list(json::text));
        Field<SortedMap<String, String>> leftOut = fields.field("leftOut", json::texts);
        Field<SortedMap<String, String>> outdated = fields.field("outdated", json::texts);
        fields.read();
        return new OutputFiles(
                copied.or(List.of()),
                written.or(List.of()),
                leftOut.or(new TreeMap<>()),
                outdated.or(new TreeMap<>()));
    }
}
