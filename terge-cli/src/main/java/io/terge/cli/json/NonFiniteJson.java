package io.terge.cli.json;

import io.terge.api.NonFiniteValues;

import tools.jackson.core.JsonGenerator;

import java.util.List;

/** Parameters with elements that are NaN or infinite. */
final class NonFiniteJson {

    private NonFiniteJson() {}

    static void write(JsonGenerator json, String name, List<NonFiniteValues> values) {
        json.writeArrayPropertyStart(name);
        for (NonFiniteValues parameter : values) {
            json.writeStartObject();
            json.writeStringProperty("parameter", parameter.parameter());
            json.writeObjectPropertyStart("models");
            parameter
                    .models()
                    .forEach((model, count) -> json.writeNumberProperty("" + model, count));
            json.writeEndObject();
            json.writeNumberProperty("outOfRange", parameter.outOfRange());
            json.writeNumberProperty("output", parameter.output());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
