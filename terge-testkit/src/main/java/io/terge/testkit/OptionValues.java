package io.terge.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that a contract sets options to: some that are usual, and those at the bounds. */
record OptionValues(MethodDescription description, Map<String, String> given) {

    /**
     * Values for a method.
     *
     * @throws IllegalArgumentException if it does not have one of the options
     */
    static OptionValues of(MergeMethod method, Map<String, String> given) {
        MethodDescription description = method.describe();
        Set<String> names =
                description.options().stream().map(MethodOption::name).collect(Collectors.toSet());
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "Method '%s' has no option '%s'".formatted(method.name(), name));
            }
        }
        return new OptionValues(description, given);
    }

    /** The values of all options that are not per model. */
    MethodOptions ofAll() {
        return collected(false, this::usual);
    }

    /** The values of all options per model: inputs differ where the options allow it. */
    MethodOptions ofInput(int input) {
        return collected(true, option -> varied(option, input));
    }

    /** The values of all options per model, for inputs that do not differ. */
    MethodOptions ofEachInput() {
        return collected(true, this::usual);
    }

    /** These values, but for one option of the same kind. */
    static MethodOptions with(MethodOptions values, MethodOption option, String value) {
        Map<String, String> all = new TreeMap<>(values.values());
        all.put(option.name(), value);
        return MethodOptions.of(all);
    }

    /** The values of an option that are worth a try. */
    List<String> atBounds(MethodOption option) {
        return switch (option.type()) {
            case NUMBER, WHOLE ->
                    Stream.of(option.minimum(), option.maximum())
                            .filter(bound -> !isFar(bound))
                            .map(bound -> number(option, bound))
                            .toList();
            case FLAG -> List.of("true", "false");
            case TEXT -> option.choices();
        };
    }

    private MethodOptions collected(boolean perModel, Function<MethodOption, String> value) {
        Map<String, String> values = new TreeMap<>();
        for (MethodOption option : description.options()) {
            if (option.isPerModel() == perModel) {
                values.put(option.name(), value.apply(option));
            }
        }
        return MethodOptions.of(values);
    }

    private String usual(MethodOption option) {
        String chosen = given.get(option.name());
        return chosen != null ? chosen : option.defaultValue().orElseGet(() -> sensible(option));
    }

    private String sensible(MethodOption option) {
        return switch (option.type()) {
            case NUMBER, WHOLE -> number(option, middle(option.minimum(), option.maximum()));
            case FLAG -> "true";
            case TEXT ->
                    option.choices().isEmpty()
                            ? fail(
                                    "Option '%s' needs a value; provide one in optionValues()"
                                            .formatted(option.name()))
                            : option.choices().getFirst();
        };
    }

    private String varied(MethodOption option, int input) {
        String usual = usual(option);
        int step = input % 3;
        return switch (option.type()) {
            case NUMBER, WHOLE -> number(option, shifted(option, Double.parseDouble(usual), step));
            case FLAG -> Boolean.toString(Boolean.parseBoolean(usual) == (input % 2 == 0));
            case TEXT -> next(usual, option.choices(), step);
        };
    }

    private static double middle(double least, double most) {
        if (isFar(least)) {
            return isFar(most) ? 1 : most - 1;
        }
        return isFar(most) ? least + 1 : least + (most - least) / 2;
    }

    /** Moves a number towards the bound that is farther away. */
    private static double shifted(MethodOption option, double usual, int step) {
        boolean up = option.maximum() - usual > usual - option.minimum();
        double bound = up ? option.maximum() : option.minimum();
        if (option.type() == MethodOption.Type.WHOLE) {
            return up ? Math.min(bound, usual + step) : Math.max(bound, usual - step);
        }
        return isFar(bound) ? usual + step * 0.25 : usual + (bound - usual) * step / 4;
    }

    private static String next(String usual, List<String> choices, int step) {
        return choices.isEmpty()
                ? usual
                : choices.get((choices.indexOf(usual) + step) % choices.size());
    }

    private static boolean isFar(double bound) {
        return Math.abs(bound) >= Integer.MAX_VALUE;
    }

    private static String number(MethodOption option, double value) {
        return option.type() == MethodOption.Type.WHOLE
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** The values as failure messages show them. */
    static String shown(MethodOptions options, Collection<MethodOptions> inputs) {
        return inputs.stream().allMatch(input -> input.values().isEmpty())
                ? options.toString()
                : options + " " + inputs;
    }
}
