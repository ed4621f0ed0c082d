package io.terge.api;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The value of a weight or an option.
 *
 * @since 0.1
 */
public sealed interface SettingValue {

    /**
     * The value as written on the command line: {@code 0.5}, {@code [0,0.5,1]}, {@code 0.5,0.3}.
     */
    String text();

    /**
     * One value. The option's type decides whether it is a number, a flag or a text.
     *
     * @param text the value, as text
     */
    record Single(String text) implements SettingValue {

        public Single {
            requireNonNull(text, "text");
        }
    }

    /**
     * A number that changes over the layers: the anchors are spread evenly from the first layer to
     * the last, with linear interpolation between them. A parameter without a layer gets the first
     * anchor; the only layer of a stack gets the last.
     *
     * @param anchors one or more numbers
     */
    record Gradient(List<Double> anchors) implements SettingValue {

        /**
         * @throws IllegalArgumentException if there is no anchor
         */
        public Gradient {
            anchors = List.copyOf(anchors);
            if (anchors.isEmpty()) {
                throw new IllegalArgumentException("A gradient must have at least one number");
            }
        }

        @Override
        public String text() {
            return anchors.stream()
                    .map(SettingValue::shortest)
                    .collect(Collectors.joining(",", "[", "]"));
        }
    }

    /**
     * A value for each model, in the order of the request.
     *
     * @param values single values or gradients
     */
    record PerModel(List<SettingValue> values) implements SettingValue {

        /**
         * @throws IllegalArgumentException if a value is itself a {@link PerModel}
         */
        public PerModel {
            values = List.copyOf(values);
            if (values.stream().anyMatch(PerModel.class::isInstance)) {
                throw new IllegalArgumentException(
                        "A per-model value must not itself be per model");
            }
        }

        @Override
        public String text() {
            return values.stream().map(SettingValue::text).collect(Collectors.joining(","));
        }
    }

    /** Returns a single number. */
    static SettingValue of(double number) {
        return new Single(shortest(number));
    }

    /** Returns a single value, given as text. */
    static SettingValue of(String text) {
        return new Single(text);
    }

    /** Returns a number that changes over the layers; see {@link Gradient}. */
    static SettingValue gradient(double... anchors) {
        return new Gradient(Arrays.stream(anchors).boxed().toList());
    }

    /** Returns a number for each model. */
    static SettingValue perModel(double... numbers) {
        return new PerModel(Arrays.stream(numbers).mapToObj(SettingValue::of).toList());
    }

    private static String shortest(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? number == 0 && 1 / number < 0 ? "-0" : Long.toString((long) number)
                : Double.toString(number);
    }
}
