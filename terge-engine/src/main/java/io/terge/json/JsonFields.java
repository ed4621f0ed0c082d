package io.terge.json;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The fields of an object, in any order: first all of them are declared, then the object is read,
 * then their values are asked for.
 */
final class JsonFields {

    private final JsonInput json;
    private final Map<String, Runnable> readers = new HashMap<>();

    JsonFields(JsonInput json) {
        this.json = json;
    }

    /** Declares a field. */
    <T> Field<T> field(String name, Supplier<T> value) {
        Field<T> field = new Field<>(this, name);
        readers.put(name, () -> field.value = value.get());
        return field;
    }

    /** Declares a field that says nothing new. */
    void ignored(String name) {
        readers.put(name, json::skip);
    }

    /** Reads the object. */
    void read() {
        json.object(name -> readers.getOrDefault(name, () -> json.unknown(name)).run());
    }

    /** The value of a field that may be missing. */
    static final class Field<T> {

        private final JsonFields fields;
        private final String name;
        private @Nullable T value;

        private Field(JsonFields fields, String name) {
            this.fields = fields;
            this.name = name;
        }

        /** The value, or a fault if it is missing. */
        T get() {
            return optional()
                    .orElseThrow(
                            () -> fields.json.fault("field \"%s\" is missing".formatted(name)));
        }

        /** The value, or another if it is missing. */
        T or(T other) {
            return optional().orElse(other);
        }

        /** The value, if there is one. */
        Optional<T> optional() {
            return Optional.ofNullable(value);
        }

        /** Refuses the field where it says nothing. */
        void refuse(String where) {
            if (value != null) {
                throw fields.json.fault("unexpected field \"%s\" of %s".formatted(name, where));
            }
        }
    }
}
