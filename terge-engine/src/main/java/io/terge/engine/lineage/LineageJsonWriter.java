package io.terge.engine.lineage;

import io.terge.api.Lineage;
import io.terge.api.Lineage.Contribution;
import io.terge.api.Lineage.ParameterLineage;
import io.terge.api.ModelUse;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;

import java.io.IOException;
import java.io.Writer;

/** Writes the JSON form of a lineage. */
final class LineageJsonWriter {

    private final JsonGenerator json;

    private LineageJsonWriter(JsonGenerator json) {
        this.json = json;
    }

    static void write(Lineage lineage, Writer out) throws IOException {
        JsonFactory factory =
                JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator json = factory.createGenerator(pretty(), out)) {
            new LineageJsonWriter(json).lineage(lineage);
        } catch (JacksonException failure) {
            if (failure.getCause() instanceof IOException system) {
                throw system;
            }
            throw new IOException("Cannot write the lineage: " + failure.getMessage(), failure);
        }
        out.write("\n");
        out.flush();
    }

    private static ObjectWriteContext pretty() {
        return new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                Separators separators =
                        PrettyPrinter.DEFAULT_SEPARATORS.withObjectNameValueSpacing(Spacing.AFTER);
                // The same bytes on every system.
                return new DefaultPrettyPrinter(separators)
                        .withObjectIndenter(new DefaultIndenter("  ", "\n"));
            }
        };
    }

    private void lineage(Lineage lineage) {
        json.writeStartObject();
        json.writeStringProperty("terge", lineage.terge());
        json.writeArrayPropertyStart("models");
        lineage.models().forEach(this::model);
        json.writeEndArray();
        json.writeName("base");
        model(lineage.base());
        json.writeObjectPropertyStart("parameters");
        lineage.parameters().forEach(this::parameter);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void model(ModelUse model) {
        json.writeStartObject();
        model.index().ifPresent(index -> json.writeNumberProperty("index", index));
        json.writeStringProperty("reference", model.reference().describe());
        json.writeStringProperty("adapter", model.adapter());
        json.writeEndObject();
    }

    private void parameter(String name, ParameterLineage parameter) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("method", parameter.method());
        if (!parameter.options().isEmpty()) {
            json.writeObjectPropertyStart("options");
            parameter.options().forEach(json::writeStringProperty);
            json.writeEndObject();
        }
        json.writeArrayPropertyStart("contributions");
        parameter.contributions().forEach(this::contribution);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void contribution(Contribution contribution) {
        json.writeStartObject();
        json.writeNumberProperty("model", contribution.model());
        json.writeNumberProperty("weight", contribution.weight());
        json.writeEndObject();
    }
}
