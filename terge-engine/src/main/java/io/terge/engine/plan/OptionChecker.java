package io.terge.engine.plan;

import io.terge.api.OptionSetting;
import io.terge.engine.filter.CompiledRule;
import io.terge.engine.plugin.Suggestions;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.spi.MethodOption;
import io.terge.tensor.ParameterSpec;

import jakarta.inject.Inject;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Checks the settings of options against what the methods declare. */
final class OptionChecker {

    @Inject
    OptionChecker() {}

    /** Tells of settings that no method in use declares, and of values out of range. */
    void check(
            List<CompiledRule<OptionSetting>> settings,
            List<DescribedMethod> methods,
            Consumer<Problem> problems) {
        for (CompiledRule<OptionSetting> rule : settings) {
            List<MethodOption> declared =
                    methods.stream()
                            .flatMap(method -> method.description().options().stream())
                            .filter(option -> option.name().equals(rule.value().name()))
                            .distinct()
                            .toList();
            if (declared.isEmpty()) {
                problems.accept(unknown(rule, methods));
            }
            for (MethodOption option : declared) {
                String fault = fault(option, rule.value().value());
                if (!fault.isEmpty()) {
                    problems.accept(
                            Problem.of(
                                            ErrorCode.INVALID_OPTION,
                                            "Option '%s' cannot be '%s': %s"
                                                    .formatted(
                                                            option.name(),
                                                            rule.value().value(),
                                                            fault))
                                    .note("asked for by: " + rule.askedBy())
                                    .note("it is: " + option.help()));
                }
            }
        }
    }

    /** Returns the values of a method's options for a parameter: first match, else the default. */
    static SortedMap<String, String> values(
            List<CompiledRule<OptionSetting>> settings,
            DescribedMethod method,
            ParameterSpec spec) {
        SortedMap<String, String> values = new TreeMap<>();
        for (MethodOption option : method.description().options()) {
            List<CompiledRule<OptionSetting>> named =
                    settings.stream()
                            .filter(rule -> rule.value().name().equals(option.name()))
                            .toList();
            values.put(
                    option.name(),
                    CompiledRule.first(named, spec)
                            .map(rule -> rule.value().value())
                            .orElse(option.defaultValue()));
        }
        return values;
    }

    private static Problem unknown(
            CompiledRule<OptionSetting> rule, List<DescribedMethod> methods) {
        String name = rule.value().name();
        List<String> there =
                methods.stream()
                        .flatMap(method -> method.description().options().stream())
                        .map(MethodOption::name)
                        .distinct()
                        .sorted()
                        .toList();
        String used =
                methods.stream()
                        .map(DescribedMethod::name)
                        .distinct()
                        .collect(Collectors.joining(", "));
        return Problem.of(
                        ErrorCode.UNKNOWN_OPTION,
                        "No method in use has an option '%s'.%s"
                                .formatted(name, Suggestions.question(name, there)))
                .note("asked for by: " + rule.askedBy())
                .note("methods in use: " + used)
                .note("options: " + (there.isEmpty() ? "none" : String.join(", ", there)));
    }

    // What is wrong with a value, or nothing.
    private static String fault(MethodOption option, String value) {
        boolean taken =
                switch (option.type()) {
                    case FLAG -> value.equals("true") || value.equals("false");
                    case TEXT -> option.choices().isEmpty() || option.choices().contains(value);
                    case NUMBER -> isWithin(option, value);
                };
        return taken ? "" : "it is " + option.range();
    }

    private static boolean isWithin(MethodOption option, String value) {
        try {
            double number = Double.parseDouble(value);
            return Double.isFinite(number)
                    && number >= option.minimum()
                    && number <= option.maximum();
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
