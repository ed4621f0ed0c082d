package io.terge.spi;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of a method's options for one parameter: what the request set, else the defaults. All
 * of them have been checked against the method's description.
 *
 * @param values value by option name, as text
 * @since 0.1
 */
public record MethodOptions(Map<String, String> values) {

    /** Copies the values. */
    public MethodOptions {
        values = Map.copyOf(values);
    }

    /** The options in the order of their names. */
    public SortedMap<String, String> sorted() {
        return new TreeMap<>(values);
    }

    /**
     * A number.
     *
     * @throws IllegalArgumentException if the method does not declare the option
     */
    public double number(String name) {
        return Double.parseDouble(text(name));
    }

    /**
     * A switch.
     *
     * @throws IllegalArgumentException if the method does not declare the option
     */
    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /**
     * A text.
     *
     * @throws IllegalArgumentException if the method does not declare the option
     */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The method does not declare option '" + name + "' in describe()");
        }
        return value;
    }
}
