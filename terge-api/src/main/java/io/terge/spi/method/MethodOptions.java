package io.terge.spi.method;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of a method's options for one parameter, or of those per model for one of its inputs:
 * what the request set, else the defaults. All of them have been checked against the method's
 * description.
 *
 * @since 0.1
 */
public final class MethodOptions {

    private final SortedMap<String, String> values;

    private MethodOptions(Map<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Returns the options of these values, as text, by name. */
    public static MethodOptions of(Map<String, String> values) {
        return new MethodOptions(values);
    }

    /** All values as text, in the order of the names. */
    public SortedMap<String, String> values() {
        return values;
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
     * A whole number.
     *
     * @throws IllegalArgumentException if the method does not declare the option
     */
    public int whole(String name) {
        return Integer.parseInt(text(name));
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
     * @throws IllegalArgumentException if the method does not declare the option here
     */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The method does not declare option '%s' in describe(), or not where it is asked for: options per model are in MergeInput.options(), all others in options()"
                            .formatted(name));
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MethodOptions that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
