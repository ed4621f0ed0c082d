package io.terge.hf.config;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A value in a configuration. What is {@code null} counts as missing, as the libraries treat it.
 *
 * @param text the value as a text, without quotation marks; a list in brackets; empty for an object
 * @param fields the fields of an object
 */
record ConfigValue(String text, SequencedMap<String, ConfigValue> fields) {

    private static final int MOST_DIGITS = 12;

    ConfigValue {
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    static ConfigValue of(String text) {
        return new ConfigValue(text, new LinkedHashMap<>());
    }

    static ConfigValue of(Map<String, ConfigValue> fields) {
        return new ConfigValue("", new LinkedHashMap<>(fields));
    }

    boolean isObject() {
        return !fields.isEmpty();
    }

    Optional<ConfigValue> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The text of a field that is not an object. */
    Optional<String> text(String name) {
        return field(name).filter(value -> !value.isObject()).map(ConfigValue::text);
    }

    /** The text; of numbers that are equal, such as 10000 and 10000.0, the same one. */
    static String canonical(String text) {
        try {
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            // A hostile exponent would make a text of gigabytes.
            return Math.abs(number.scale()) > MOST_DIGITS
                    ? number.toString()
                    : number.toPlainString();
        } catch (NumberFormatException | ArithmeticException noNumber) {
            return text; // Also one whose exponent is beyond those of all numbers.
        }
    }
}
