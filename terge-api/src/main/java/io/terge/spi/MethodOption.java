package io.terge.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Something that can be set of a merge method.
 *
 * @param name {@code [a-z][a-z0-9_-]*}
 * @param type what a value is
 * @param defaultValue the value where the request says nothing, as text
 * @param minimum the least value of a number
 * @param maximum the greatest value of a number
 * @param choices the values of a text; empty for any
 * @param help what it does, in one line
 * @since 0.1
 */
public record MethodOption(
        String name,
        Type type,
        String defaultValue,
        double minimum,
        double maximum,
        List<String> choices,
        String help) {

    /** What a value is. */
    public enum Type {
        /** A finite {@code double}. */
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** One of the choices, or any text where there are none. */
        TEXT
    }

    /** Copies the choices. */
    public MethodOption {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(defaultValue, "defaultValue");
        requireNonNull(help, "help");
        choices = List.copyOf(choices);
    }

    /** Returns an option that is a number within bounds, both included. */
    public static MethodOption number(
            String name, double defaultValue, double minimum, double maximum, String help) {
        return new MethodOption(
                name,
                Type.NUMBER,
                Double.toString(defaultValue),
                minimum,
                maximum,
                List.of(),
                help);
    }

    /** Returns an option that is on or off. */
    public static MethodOption flag(String name, boolean defaultValue, String help) {
        return new MethodOption(
                name, Type.FLAG, Boolean.toString(defaultValue), 0, 0, List.of(), help);
    }

    /** Returns an option that is one of some words. */
    public static MethodOption choice(
            String name, String defaultValue, List<String> choices, String help) {
        return new MethodOption(name, Type.TEXT, defaultValue, 0, 0, choices, help);
    }

    /** Which values there are, in words, such as {@code a number from 0.0 to 1.0}. */
    public String range() {
        return switch (type) {
            case NUMBER -> "a number from %s to %s".formatted(minimum, maximum);
            case FLAG -> "true or false";
            case TEXT -> choices.isEmpty() ? "any text" : "one of " + String.join(", ", choices);
        };
    }
}
