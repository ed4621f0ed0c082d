package io.terge.spi.method;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * An option of a merge method. Immutable; a request must set an option that has no default.
 *
 * <pre>{@code
 * MethodOption.number("density", "fraction of each task vector to keep").between(0, 1).perModel()
 * }</pre>
 *
 * @since 0.1
 */
public final class MethodOption {

    /** The types of values. */
    public enum Type {
        /** A finite {@code double}. */
        NUMBER,
        /** A 32-bit whole number. */
        WHOLE,
        /** {@code true} or {@code false}. */
        FLAG,
        /** One of the choices, or any text if there are none. */
        TEXT
    }

    private final String name;
    private final Type type;
    private final String help;
    private final double minimum;
    private final double maximum;
    private final List<String> choices;
    private final Optional<String> defaultValue;
    private final boolean perModel;

    private MethodOption(
            String name,
            Type type,
            String help,
            double minimum,
            double maximum,
            List<String> choices,
            Optional<String> defaultValue,
            boolean perModel) {
        this.name = requireNonNull(name, "name");
        this.type = type;
        this.help = requireNonNull(help, "help");
        this.minimum = minimum;
        this.maximum = maximum;
        this.choices = List.copyOf(choices);
        this.defaultValue = defaultValue;
        this.perModel = perModel;
    }

    private static MethodOption of(
            String name, Type type, String help, double least, List<String> choices) {
        return new MethodOption(name, type, help, least, -least, choices, Optional.empty(), false);
    }

    /**
     * Returns an option that is a finite number.
     *
     * @param name {@code [a-z][a-z0-9_-]*}
     * @param help what it does, in one line
     */
    public static MethodOption number(String name, String help) {
        return of(name, Type.NUMBER, help, -Double.MAX_VALUE, List.of());
    }

    /** Returns an option that is a 32-bit whole number; see {@link #number}. */
    public static MethodOption whole(String name, String help) {
        return of(name, Type.WHOLE, help, Integer.MIN_VALUE, List.of())
                .between(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Returns an option that is {@code true} or {@code false}; see {@link #number}. */
    public static MethodOption flag(String name, String help) {
        return of(name, Type.FLAG, help, 0, List.of());
    }

    /**
     * Returns an option that is a text; see {@link #number}.
     *
     * @param choices the permitted texts; none for any text
     */
    public static MethodOption text(String name, String help, String... choices) {
        return of(name, Type.TEXT, help, 0, List.of(choices));
    }

    /** Returns this numeric option with inclusive bounds. */
    public MethodOption between(double least, double most) {
        return new MethodOption(name, type, help, least, most, choices, defaultValue, perModel);
    }

    /** Returns this option with a default; without one, a request must set it. */
    public MethodOption orElse(String value) {
        return new MethodOption(
                name, type, help, minimum, maximum, choices, Optional.of(value), perModel);
    }

    /** Returns this option with a default. */
    public MethodOption orElse(double value) {
        return orElse(Double.toString(value));
    }

    /** Returns this option with a default. */
    public MethodOption orElse(int value) {
        return orElse(Integer.toString(value));
    }

    /** Returns this option with a default. */
    public MethodOption orElse(boolean value) {
        return orElse(Boolean.toString(value));
    }

    /**
     * Returns this option as one that may have a different value for each model; {@link
     * MergeInput#options()} has the values.
     */
    public MethodOption perModel() {
        return new MethodOption(name, type, help, minimum, maximum, choices, defaultValue, true);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The type of its values. */
    public Type type() {
        return type;
    }

    /** What it does, in one line. */
    public String help() {
        return help;
    }

    /** The minimum of a number, inclusive. */
    public double minimum() {
        return minimum;
    }

    /** The maximum of a number, inclusive. */
    public double maximum() {
        return maximum;
    }

    /** The permitted texts; empty for any. */
    public List<String> choices() {
        return choices;
    }

    /** The default value, as text; empty if a request must set the option. */
    public Optional<String> defaultValue() {
        return defaultValue;
    }

    /** Whether each model may have its own value. */
    public boolean isPerModel() {
        return perModel;
    }

    /** Whether a request must set it. */
    public boolean isRequired() {
        return defaultValue.isEmpty();
    }

    /** Whether a text is a permitted value. */
    public boolean allows(String value) {
        return switch (type) {
            case FLAG -> value.equals("true") || value.equals("false");
            case TEXT -> choices.isEmpty() || choices.contains(value);
            case NUMBER -> isWithin(value);
            case WHOLE -> value.matches("[+-]?\\d{1,10}") && isWithin(value);
        };
    }

    private boolean isWithin(String value) {
        try {
            double number = Double.parseDouble(value);
            return Double.isFinite(number) && number >= minimum && number <= maximum;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    /** The permitted values, in words, such as {@code a number from 0 to 1}. */
    public String range() {
        return switch (type) {
            case NUMBER -> "a " + bounded("number", Double.MAX_VALUE);
            case WHOLE -> "a " + bounded("whole number", Integer.MAX_VALUE);
            case FLAG -> "true or false";
            case TEXT -> choices.isEmpty() ? "any text" : "one of " + String.join(", ", choices);
        };
    }

    private String bounded(String what, double beyond) {
        boolean above = minimum > -beyond;
        boolean below = maximum < beyond;
        if (above && below) {
            return "%s from %s to %s".formatted(what, shortest(minimum), shortest(maximum));
        }
        if (above) {
            return "%s, at least %s".formatted(what, shortest(minimum));
        }
        return below ? "%s, at most %s".formatted(what, shortest(maximum)) : what;
    }

    private static String shortest(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? Long.toString((long) bound)
                : Double.toString(bound);
    }

    private List<Object> state() {
        return List.of(name, type, help, minimum, maximum, choices, defaultValue, perModel);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MethodOption that && state().equals(that.state());
    }

    @Override
    public int hashCode() {
        return state().hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
