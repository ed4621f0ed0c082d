package io.terge.json;

import io.terge.json.JsonFields.Field;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

/** The fields of a parameter's header, among others of an object. */
record SpecFields(Field<String> name, Field<DType> dtype, Field<Shape> shape, Field<Long> bytes) {

    static SpecFields of(JsonFields fields, JsonInput json) {
        return new SpecFields(
                fields.field("name", json::text),
                fields.field("dtype", () -> json.make(() -> DType.named(json.text()))),
                fields.field("shape", () -> json.make(() -> shape(json))),
                fields.field("bytes", json::size));
    }

    /** The header, once the object is read. */
    ParameterSpec spec() {
        return new ParameterSpec(name.get(), dtype.get(), shape.get(), bytes.get());
    }

    private static Shape shape(JsonInput json) {
        return Shape.of(json.list(json::size).stream().mapToLong(Long::longValue).toArray());
    }
}
