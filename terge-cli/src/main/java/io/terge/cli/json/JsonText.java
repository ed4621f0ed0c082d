package io.terge.cli.json;

import io.terge.api.Omission;
import io.terge.error.Problem;
import io.terge.tensor.ParameterSpec;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators.Spacing;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How this package's JSON looks. */
final class JsonText {

    static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build();

    private JsonText() {}

    /** Prints one object and a line break. */
    static void print(PrintWriter out, Consumer<JsonGenerator> fields) {
        generate(out, fields);
        out.println();
    }

    /** Writes one object and a line break. */
    static void write(Writer out, Consumer<JsonGenerator> fields) throws IOException {
        try {
            generate(out, fields);
        } catch (JacksonIOException failure) {
            throw failure.getCause();
        }
        out.write(System.lineSeparator());
    }

    private static void generate(Writer out, Consumer<JsonGenerator> fields) {
        try (JsonGenerator json = FACTORY.createGenerator(new Indented(), out)) {
            json.writeStartObject();
            fields.accept(json);
            json.writeEndObject();
        }
    }

    static void writeTexts(JsonGenerator json, String name, Map<String, String> texts) {
        json.writeObjectPropertyStart(name);
        texts.forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    static void writeShape(JsonGenerator json, ParameterSpec parameter) {
        json.writeArrayPropertyStart("shape");
        for (long dimension : parameter.shape().dimensions()) {
            json.writeNumber(dimension);
        }
        json.writeEndArray();
    }

    static void writeOmissions(JsonGenerator json, String name, List<Omission> omissions) {
        json.writeArrayPropertyStart(name);
        for (Omission omission : omissions) {
            json.writeStartObject();
            json.writeStringProperty("cause", omission.cause().name());
            json.writeStringProperty("effect", omission.effect().name());
            omission.model().ifPresent(model -> json.writeNumberProperty("model", model));
            json.writeNumberProperty("count", omission.count());
            json.writeStringProperty("message", omission.text());
            json.writeArrayPropertyStart("examples");
            for (Omission.Example example : omission.examples()) {
                json.writeStartObject();
                json.writeStringProperty("name", example.name());
                if (!example.detail().isEmpty()) {
                    json.writeStringProperty("detail", example.detail());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void writeProblems(JsonGenerator json, String name, List<Problem> problems) {
        json.writeArrayPropertyStart(name);
        for (Problem problem : problems) {
            json.writeStartObject();
            json.writeStringProperty("code", problem.code().name());
            json.writeStringProperty("message", problem.message());
            problem.cause().ifPresent(cause -> json.writeStringProperty("cause", cause));
            writeLines(json, "notes", problem.notes());
            writeLines(json, "fixes", problem.fixes());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeLines(JsonGenerator json, String name, List<String> lines) {
        json.writeArrayPropertyStart(name);
        lines.forEach(json::writeString);
        json.writeEndArray();
    }

    private static final class Indented extends ObjectWriteContext.Base {

        @Override
        public PrettyPrinter getPrettyPrinter() {
            // As the engine writes lineages.
            return new DefaultPrettyPrinter(
                    PrettyPrinter.DEFAULT_SEPARATORS.withObjectNameValueSpacing(Spacing.AFTER));
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
