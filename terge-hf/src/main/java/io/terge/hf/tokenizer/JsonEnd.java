package io.terge.hf.tokenizer;

import io.terge.error.TergeException;
import io.terge.spi.format.Companion;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Where a list or an object in a JSON file ends, for texts that are put there.
 *
 * @param isThere whether the file has it; if not, the place is the start of the whole object
 * @param offset the byte before which more of its elements can be written
 * @param isEmpty whether it, or else the whole object, has no elements
 */
record JsonEnd(boolean isThere, long offset, boolean isEmpty) {

    /** Only with a table of names does a parser know the places of bytes. */
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_PROPERTY_NAMES)
                    .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                    .build();

    /**
     * Finds the end of a field of the whole object.
     *
     * @throws TergeException if the file is malformed, or not UTF-8
     * @throws IOException if it cannot be read
     */
    static JsonEnd ofField(Companion file, String field) throws IOException {
        return find(file, json -> inField(json, field));
    }

    /** Finds the end of the whole object, like {@link #ofField}. */
    static JsonEnd ofAll(Companion file) throws IOException {
        return find(file, json -> end(json, JsonToken.END_OBJECT));
    }

    @FunctionalInterface
    private interface Search {
        JsonEnd in(JsonParser json);
    }

    private static JsonEnd find(Companion file, Search search) throws IOException {
        JsonEnd found;
        try (InputStream stream = new BufferedInputStream(file.open());
                JsonParser json = JSON.createParser(ObjectReadContext.empty(), stream)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new TergeException(TokenFiles.invalid(file.name(), "expected an object"));
            }
            found = search.in(json);
        } catch (JacksonException malformed) {
            throw MalformedJson.of(file.name(), malformed);
        }
        if (found.offset() < 0) {
            throw new TergeException(TokenFiles.invalid(file.name(), "it is not UTF-8"));
        }
        return found;
    }

    private static JsonEnd inField(JsonParser json, String field) {
        long start = json.currentTokenLocation().getByteOffset() + 1;
        boolean isEmpty = true;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            isEmpty = false;
            boolean isFound = json.currentName().equals(field);
            JsonToken value = json.nextToken();
            if (isFound && value == JsonToken.START_ARRAY) {
                return end(json, JsonToken.END_ARRAY);
            }
            if (isFound && value == JsonToken.START_OBJECT) {
                return end(json, JsonToken.END_OBJECT);
            }
            json.skipChildren();
        }
        return new JsonEnd(false, start, isEmpty);
    }

    private static JsonEnd end(JsonParser json, JsonToken end) {
        boolean isEmpty = true;
        while (json.nextToken() != end) {
            isEmpty = false;
            json.skipChildren();
        }
        return new JsonEnd(true, json.currentTokenLocation().getByteOffset(), isEmpty);
    }
}
