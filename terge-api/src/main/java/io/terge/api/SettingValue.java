package io.terge.api;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a weight or an option is set to.
 *
 * @since 0.1
 */
public sealed interface SettingValue {

    /** The value as requests have it: {@code 0.5}, {@code [0,0.5,1]}, {@code 0.5,0.3}. */
    String text();

    /**
     * One value: a number, a switch or a text; the option's type decides which.
     *
     * @param text as text
     */
    record Single(String text) implements SettingValue {

        /** Checks the text. */
        public Single {
            requireNonNull(text, "text");
        }
    }

    /**
     * A number that changes over the layers: the anchors stand at equal distances from the first
     * layer to the last, and between two of them the number goes in a straight line. A parameter
     * without a layer gets the first anchor, one of a single layer the last.
     *
     * @param anchors one or more numbers
     */
    record Gradient(List<Double> anchors) implements SettingValue {

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if there is no anchor
         */
        public Gradient {
            anchors = List.copyOf(anchors);
            if (anchors.isEmpty()) {
                throw new IllegalArgumentException("A gradient has one number or more");
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
     * @param values the values: single ones or gradients
     */
    record PerModel(List<SettingValue> values) implements SettingValue {

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if a value is itself one per model
         */
        public PerModel {
            values = List.copyOf(values);
            if (values.stream().anyMatch(PerModel.class::isInstance)) {
                throw new IllegalArgumentException("A value per model is not a list of lists");
            }
        }

        @Override
        public String text() {
            return values.stream().map(SettingValue::text).collect(Collectors.joining(","));
        }
    }

    /** Returns a number. */
    static SettingValue of(double number) {
        return new Single(shortest(number));
    }

    /** Returns a text, which may say a number or a switch. */
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
