package io.terge.spi.method;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Something that can be set of a merge method. Immutable; an option without a default has to be set
 * by the request.
 *
 * <pre>{@code
 * MethodOption.number("density", "fraction of each task vector to keep").between(0, 1).perModel()
 * }</pre>
 *
 * @since 0.1
 */
public final class MethodOption {

    /** What a value is. */
    public enum Type {
        /** A finite {@code double}. */
        NUMBER,
        /** A whole number of 32 bits. */
        WHOLE,
        /** {@code true} or {@code false}. */
        FLAG,
        /** One of the choices, or any text where there are none. */
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

    /** Returns an option that is a whole number of 32 bits; see {@link #number}. */
    public static MethodOption whole(String name, String help) {
        return of(name, Type.WHOLE, help, Integer.MIN_VALUE, List.of())
                .between(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Returns an option that is on or off; see {@link #number}. */
    public static MethodOption flag(String name, String help) {
        return of(name, Type.FLAG, help, 0, List.of());
    }

    /**
     * Returns an option that is a text; see {@link #number}.
     *
     * @param choices the texts to choose from; none for any text
     */
    public static MethodOption text(String name, String help, String... choices) {
        return of(name, Type.TEXT, help, 0, List.of(choices));
    }

    /** This option of a number within bounds, both included. */
    public MethodOption between(double least, double most) {
        return new MethodOption(name, type, help, least, most, choices, defaultValue, perModel);
    }

    /** This option with a default; without one, the request has to set it. */
    public MethodOption orElse(String value) {
        return new MethodOption(
                name, type, help, minimum, maximum, choices, Optional.of(value), perModel);
    }

    /** This option with a default. */
    public MethodOption orElse(double value) {
        return orElse(Double.toString(value));
    }

    /** This option with a default. */
    public MethodOption orElse(int value) {
        return orElse(Integer.toString(value));
    }

    /** This option with a default. */
    public MethodOption orElse(boolean value) {
        return orElse(Boolean.toString(value));
    }

    /** This option with a value for each model: {@link MergeInput#options()} has it. */
    public MethodOption perModel() {
        return new MethodOption(name, type, help, minimum, maximum, choices, defaultValue, true);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** What a value is. */
    public Type type() {
        return type;
    }

    /** What it does, in one line. */
    public String help() {
        return help;
    }

    /** The least value of a number. */
    public double minimum() {
        return minimum;
    }

    /** The greatest value of a number. */
    public double maximum() {
        return maximum;
    }

    /** The values of a text; empty for any. */
    public List<String> choices() {
        return choices;
    }

    /** The value where the request says nothing, as text; empty if the request has to set it. */
    public Optional<String> defaultValue() {
        return defaultValue;
    }

    /** Whether there is a value for each model. */
    public boolean isPerModel() {
        return perModel;
    }

    /** Whether the request has to set it. */
    public boolean isRequired() {
        return defaultValue.isEmpty();
    }

    /** Whether a text is one of its values. */
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

    /** Which values there are, in words, such as {@code a number from 0 to 1}. */
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
