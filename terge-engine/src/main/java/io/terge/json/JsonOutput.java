package io.terge.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * A document that is being written: in lines, in ASCII, the same bytes for the same values. What is
 * beyond ASCII is escaped, so that no encoding on the way can change a name.
 */
final class JsonOutput {

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build();

    private final JsonGenerator json;
    private final Lines lines;

    private JsonOutput(JsonGenerator json, Lines lines) {
        this.json = json;
        this.lines = lines;
    }

    /** Writes one object and a line break. The writer is flushed, not closed. */
    static void write(Writer out, Consumer<JsonOutput> fields) throws IOException {
        Lines lines = new Lines();
        try (JsonGenerator json = FACTORY.createGenerator(new InLines(lines), out)) {
            JsonOutput output = new JsonOutput(json, lines);
            output.object(() -> fields.accept(output));
        } catch (JacksonException failure) {
            if (failure.getCause() instanceof IOException system) {
                throw system;
            }
            throw new IOException("Cannot write JSON: " + failure.getMessage(), failure);
        }
        out.write("\n");
        out.flush();
    }

    private static final class InLines extends ObjectWriteContext.Base {

        private final Lines lines;

        InLines(Lines lines) {
            this.lines = lines;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return lines;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    void onOneLine(Runnable values) {
        lines.onOneLine(values);
    }

    /** Writes an object as a value of a list. */
    void object(Runnable fields) {
        json.writeStartObject();
        fields.run();
        json.writeEndObject();
    }

    void object(String name, Runnable fields) {
        json.writeName(name);
        object(fields);
    }

    <T> void list(String name, List<T> values, Consumer<T> write) {
        json.writeName(name);
        list(values, write);
    }

    /** Writes a list as a value of a list. */
    <T> void list(List<T> values, Consumer<T> write) {
        json.writeStartArray();
        values.forEach(write);
        json.writeEndArray();
    }

    void text(String name, String value) {
        json.writeStringProperty(name, value);
    }

    /** Writes a text as a value of a list. */
    void text(String value) {
        json.writeString(value);
    }

    /** Writes a list of texts on one line. */
    void texts(String name, List<String> values) {
        onOneLine(() -> list(name, values, this::text));
    }

    /** Writes texts by name on one line. */
    void texts(String name, SortedMap<String, String> values) {
        onOneLine(() -> object(name, () -> values.forEach(this::text)));
    }

    void whole(String name, long value) {
        json.writeNumberProperty(name, value);
    }

    /** Writes a number as a value of a list. */
    void whole(long value) {
        json.writeNumber(value);
    }

    void number(String name, double value) {
        json.writeNumberProperty(name, value);
    }

    void flag(String name, boolean value) {
        json.writeBooleanProperty(name, value);
    }
}
