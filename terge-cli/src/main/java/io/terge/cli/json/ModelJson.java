package io.terge.cli.json;

import io.terge.api.ModelDescription;
import io.terge.tensor.ParameterSpec;

import tools.jackson.core.JsonGenerator;

import java.io.PrintWriter;
import java.util.List;

/** Prints what a model's headers say. */
public final class ModelJson {

    private ModelJson() {}

    /** Prints the model as one object. */
    public static void print(ModelDescription model, PrintWriter out) {
        JsonText.print(out, json -> write(model, json));
    }

    private static void write(ModelDescription model, JsonGenerator json) {
        json.writeStringProperty("reference", model.reference().describe());
        json.writeStringProperty("adapter", model.adapter());
        writeParameters(model.parameters(), json);
        JsonText.writeTexts(json, "ties", model.ties());
        JsonText.writeTexts(json, "metadata", model.metadata());
        JsonText.writeTexts(json, "details", model.details());
        json.writeArrayPropertyStart("companions");
        model.companions().forEach(json::writeString);
        json.writeEndArray();
        json.writeObjectPropertyStart("totals");
        json.writeNumberProperty("parameters", model.parameters().size());
        json.writeNumberProperty("elements", model.elements());
        json.writeNumberProperty("bytes", model.byteSize());
        json.writeEndObject();
        JsonText.writeProblems(json, "warnings", model.warnings());
    }

    private static void writeParameters(List<ParameterSpec> parameters, JsonGenerator json) {
        json.writeArrayPropertyStart("parameters");
        for (ParameterSpec parameter : parameters) {
            json.writeStartObject();
            json.writeStringProperty("name", parameter.name());
            JsonText.writeShape(json, parameter);
            json.writeStringProperty("dtype", parameter.dtype().name());
            json.writeNumberProperty("bytes", parameter.byteSize());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
