package io.terge.hf.config;

import io.terge.files.json.IndentedJson;
import io.terge.files.json.JsonFailure;
import io.terge.spi.format.Companion;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** A {@code config.json} whose values can be read, and replaced by others. Immutable. */
public final class ConfigJson {

    /** The name of the file. */
    public static final String FILE = "config.json";

    private static final int MAX_BYTES = 16 << 20;

    /** Python writes infinities and NaN into JSON. */
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private final byte[] contents;
    private final ConfigValue root;

    private ConfigJson(byte[] contents, ConfigValue root) {
        this.contents = contents;
        this.root = root;
    }

    /**
     * Finds the configuration among the files of a model.
     *
     * @return empty if there is none, or it is not valid
     * @throws IOException if it cannot be read
     */
    public static Optional<ConfigJson> in(List<Companion> files) throws IOException {
        for (Companion file : files) {
            if (file.name().equals(FILE)) {
                return read(file);
            }
        }
        return Optional.empty();
    }

    private static Optional<ConfigJson> read(Companion file) throws IOException {
        byte[] contents = contents(file);
        try {
            return contents.length > MAX_BYTES
                    ? Optional.empty()
                    : Optional.of(new ConfigJson(contents, ConfigReader.read(contents)));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    /**
     * Says what is wrong with a file; empty if it is a configuration.
     *
     * @throws IOException if it cannot be read
     */
    public static Optional<String> fault(Companion file) throws IOException {
        byte[] contents = contents(file);
        if (contents.length > MAX_BYTES) {
            return Optional.of("it exceeds 16 MiB");
        }
        try {
            ConfigReader.read(contents);
            return Optional.empty();
        } catch (JacksonException malformed) {
            JsonFailure said = new JsonFailure(malformed);
            return Optional.of(said.why() + said.place());
        }
    }

    private static byte[] contents(Companion file) throws IOException {
        try (InputStream stream = file.open()) {
            return stream.readNBytes(MAX_BYTES + 1);
        }
    }

    /** The text of a value that is not an object; empty if it is missing or null. */
    public Optional<String> text(String key) {
        return root.text(key);
    }

    /** The text of a value in an object; empty if there is none. */
    public Optional<String> text(String object, String key) {
        return root.field(object).flatMap(fields -> fields.text(key));
    }

    /** The number of a value; 0 if it is not a whole number that is not negative. */
    public long number(String key) {
        return text(key).filter(text -> text.matches("[0-9]{1,12}")).map(Long::valueOf).orElse(0L);
    }

    /** Whether a key is written, even if its value is null. */
    public boolean states(String key) {
        return value(key).isPresent();
    }

    /** Whether a value is a whole number, not a text that looks like one. */
    public boolean isNumber(String key) {
        return value(key).filter(JsonToken.VALUE_NUMBER_INT::equals).isPresent();
    }

    private Optional<JsonToken> value(String key) {
        try (JsonParser from = JSON.createParser(ObjectReadContext.empty(), contents)) {
            from.nextToken();
            while (from.nextToken() != JsonToken.END_OBJECT) {
                boolean isIt = from.currentName().equals(key);
                JsonToken value = from.nextToken();
                if (isIt) {
                    return Optional.of(value);
                }
                from.skipChildren();
            }
        }
        return Optional.empty();
    }

    /** Whether there is a value other than null, of any kind. */
    public boolean has(String key) {
        return root.field(key).isPresent();
    }

    /**
     * Returns this configuration with other values, as a file.
     *
     * @param values new values as JSON, by key; in the place of the old ones, or at the end
     * @param removed keys to leave out
     * @param missing values as JSON of keys that this configuration does not state, not even as
     *     null
     */
    public Companion with(
            SequencedMap<String, String> values, Set<String> removed, Map<String, String> missing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonParser from = JSON.createParser(ObjectReadContext.empty(), contents);
                JsonGenerator to = JSON.createGenerator(new IndentedJson(), bytes)) {
            from.nextToken();
            to.writeStartObject();
            Set<String> seen = new HashSet<>();
            while (from.nextToken() != JsonToken.END_OBJECT) {
                String key = from.currentName();
                from.nextToken();
                if (removed.contains(key) || !seen.add(key)) {
                    from.skipChildren();
                    continue;
                }
                to.writeName(key);
                String value = values.get(key);
                if (value == null) {
                    copy(from, to);
                } else {
                    to.writeRawValue(value);
                    from.skipChildren();
                }
            }
            values.forEach((key, value) -> add(key, value, seen, to));
            missing.forEach((key, value) -> add(key, value, seen, to));
            to.writeEndObject();
        }
        bytes.writeBytes("\n".getBytes(StandardCharsets.US_ASCII));
        return new InMemory(bytes.toByteArray());
    }

    private static void add(String key, String value, Set<String> seen, JsonGenerator to) {
        if (seen.add(key)) {
            to.writeName(key);
            to.writeRawValue(value);
        }
    }

    private static void copy(JsonParser from, JsonGenerator to) {
        switch (from.currentToken()) {
            case START_OBJECT -> {
                to.writeStartObject();
                while (from.nextToken() != JsonToken.END_OBJECT) {
                    to.writeName(from.currentName());
                    from.nextToken();
                    copy(from, to);
                }
                to.writeEndObject();
            }
            case START_ARRAY -> {
                to.writeStartArray();
                while (from.nextToken() != JsonToken.END_ARRAY) {
                    copy(from, to);
                }
                to.writeEndArray();
            }
            // As text: 1e-05 is to stay 1e-05.
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> to.writeNumber(from.getString());
            case null, default -> to.copyCurrentEvent(from);
        }
    }

    private record InMemory(byte[] bytes) implements Companion {

        @Override
        public String name() {
            return FILE;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
