package io.terge.spi.method;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of a method's options for one parameter, or of its per-model options for one input:
 * those set by the request, else the defaults. All values are valid according to the method's
 * description. Immutable.
 *
 * @since 0.1
 */
public final class MethodOptions {

    // Most inputs have none, and there may be hundreds of thousands.
    private static final MethodOptions NONE = new MethodOptions(Map.of());

    private final SortedMap<String, String> values;

    private MethodOptions(Map<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Returns options with these values, as text, by name. */
    public static MethodOptions of(Map<String, String> values) {
        return values.isEmpty() ? NONE : new MethodOptions(values);
    }

    /** All values as text, sorted by name. */
    public SortedMap<String, String> values() {
        return values;
    }

    /**
     * Returns a number.
     *
     * @throws IllegalArgumentException if the method does not declare the option, or it is not
     *     among these options: see {@link MethodOption#perModel()}
     */
    public double number(String name) {
        return Double.parseDouble(text(name));
    }

    /**
     * Returns a whole number.
     *
     * @throws IllegalArgumentException if the method does not declare the option, or it is not
     *     among these options: see {@link MethodOption#perModel()}
     */
    public int whole(String name) {
        return Integer.parseInt(text(name));
    }

    /**
     * Returns a flag.
     *
     * @throws IllegalArgumentException if the method does not declare the option, or it is not
     *     among these options: see {@link MethodOption#perModel()}
     */
    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /**
     * Returns a text.
     *
     * @throws IllegalArgumentException if the method does not declare the option, or it is not
     *     among these options: see {@link MethodOption#perModel()}
     */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "There is no option '%s' here; declare it in describe(), and read per-model options from MergeInput.options(), all others from options()"
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
