package io.terge.hf.tokenizer;

import io.terge.error.TergeException;
import io.terge.files.json.IndentedJson;
import io.terge.spi.format.Companion;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/**
 * Copies JSON value by value.
 *
 * @param from what is copied
 * @param to the copy
 */
record JsonCopy(JsonParser from, JsonGenerator to) {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    /** Something to do with each field of an object; the parser is at the field's value. */
    @FunctionalInterface
    interface FieldCopy {
        void copy(String field, JsonToken value);
    }

    /**
     * Copies a file, and returns the copy.
     *
     * @param copy copies it; the parser is at the start of the whole object
     * @throws TergeException if it is malformed
     * @throws IOException if it cannot be read
     */
    static byte[] of(Companion file, Consumer<JsonCopy> copy) throws IOException {
        return TokenReader.parse(
                file,
                parser -> {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    try (JsonGenerator to = JSON.createGenerator(new IndentedJson(), bytes)) {
                        start(file, parser);
                        copy.accept(new JsonCopy(parser, to));
                    }
                    bytes.write('\n');
                    return bytes.toByteArray();
                });
    }

    /** Moves a parser to the start of the whole object. */
    static void start(Companion file, JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new TergeException(TokenFiles.invalid(file.name(), "expected an object"));
        }
    }

    /** Copies an object, whose start is the current token, field by field. */
    void object(FieldCopy fields) {
        object(fields, () -> {});
    }

    /** Copies an object and does something at its end. */
    void object(FieldCopy fields, Runnable end) {
        to.writeStartObject();
        while (from.nextToken() != JsonToken.END_OBJECT) {
            String field = from.currentName();
            fields.copy(field, from.nextToken());
        }
        end.run();
        to.writeEndObject();
    }

    /** Copies an array, whose start is the current token, element by element. */
    void array(Runnable element) {
        to.writeStartArray();
        while (from.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
        to.writeEndArray();
    }

    /** Copies a field as it is. */
    void same(String field) {
        to.writeName(field);
        same();
    }

    /** Copies the current value as it is. */
    void same() {
        JsonToken token = from.currentToken();
        if (token == JsonToken.START_OBJECT) {
            object((field, value) -> same(field));
        } else if (token == JsonToken.START_ARRAY) {
            array(this::same);
        } else if (token.isNumeric()) {
            to.writeNumber(from.getString()); // As text: -1.50 is to stay -1.50.
        } else {
            to.copyCurrentEvent(from);
        }
    }

    /** Copies the current value, with other numbers in place of whole ones. */
    void numbers(IntUnaryOperator change) {
        JsonToken token = from.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT) {
            to.writeNumber(change.applyAsInt(from.getIntValue()));
        } else if (token == JsonToken.START_ARRAY) {
            array(() -> numbers(change));
        } else {
            same();
        }
    }
}
