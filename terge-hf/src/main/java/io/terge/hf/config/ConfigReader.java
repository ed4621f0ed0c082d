package io.terge.hf.config;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a configuration as a tree. Throws Jackson's exceptions. */
final class ConfigReader {

    /** Python writes infinities and NaN into JSON. */
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private final JsonParser json;

    private ConfigReader(JsonParser json) {
        this.json = json;
    }

    static ConfigValue read(byte[] contents) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), contents)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new StreamReadException(json, "expected an object");
            }
            ConfigValue root = new ConfigReader(json).object();
            if (json.nextToken() != null) {
                throw new StreamReadException(json, "unexpected data after the end");
            }
            return root;
        }
    }

    private ConfigValue object() {
        Map<String, ConfigValue> fields = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            ConfigValue value = value(token);
            if (token == JsonToken.VALUE_NULL) {
                fields.remove(name);
            } else {
                fields.put(name, value);
            }
        }
        return ConfigValue.of(fields);
    }

    private ConfigValue value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            default -> ConfigValue.of(json.getString());
        };
    }

    private ConfigValue list() {
        List<String> elements = new ArrayList<>();
        for (JsonToken token = json.nextToken();
                token != JsonToken.END_ARRAY;
                token = json.nextToken()) {
            elements.add(listed(value(token)));
        }
        return ConfigValue.of(elements.toString());
    }

    private static String listed(ConfigValue value) {
        return value.isObject() ? value.fields().toString() : value.text();
    }
}
