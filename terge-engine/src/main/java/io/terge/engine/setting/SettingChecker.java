package io.terge.engine.setting;

import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.error.Problem;
import io.terge.error.Suggestions;
import io.terge.error.TergeCode;
import io.terge.spi.method.MethodOption;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Checks settings by themselves: against the number of models, and against what the methods in use
 * declare.
 *
 * @param models how many models the request has
 * @param methods the options of the methods in use, by method name
 */
public record SettingChecker(int models, SequencedMap<String, List<MethodOption>> methods) {

    private static final String REMOVE_OPTION =
            "remove the option, or choose a method that has it (--method, in Java .method(...))";

    /** Tells of weights that are no numbers, too few or too many. */
    public void checkWeight(CompiledSetting setting, Consumer<Problem> problems) {
        checkCount(setting, TergeCode.WEIGHTS_WRONG_LENGTH, "weight", problems);
        List<String> values = setting.values();
        for (int i = 0; i < values.size(); i++) {
            if (!isFinite(values.get(i))) {
                problems.accept(
                        Problem.of(
                                        TergeCode.WEIGHTS_NOT_FINITE,
                                        "Weight %d of %s must be a finite number, but was '%s'"
                                                .formatted(
                                                        i + 1,
                                                        setting.setting().value().text(),
                                                        values.get(i)))
                                .causedBy(setting.askedBy())
                                .fix("use finite numbers"));
            }
        }
    }

    /** Tells of options that no method in use has, and of values that it does not take. */
    public void checkOption(CompiledSetting setting, Consumer<Problem> problems) {
        String name = setting.setting().name();
        checkCount(setting, TergeCode.INVALID_OPTION, "value", problems);
        List<MethodOption> declared =
                options().filter(option -> option.name().equals(name)).distinct().toList();
        if (declared.isEmpty()) {
            problems.accept(unknown(setting));
        }
        for (MethodOption option : declared) {
            setting.values().stream()
                    .filter(value -> !option.allows(value))
                    .findFirst()
                    .ifPresent(value -> problems.accept(invalid(setting, option, value)));
        }
        if (!declared.isEmpty()
                && !setting.isForAllModels()
                && declared.stream().noneMatch(MethodOption::isPerModel)) {
            problems.accept(
                    Problem.of(
                                    TergeCode.INVALID_OPTION,
                                    "Option '%s' has one value for all models".formatted(name))
                            .causedBy(setting.askedBy())
                            .fix("give a single value"));
        }
    }

    /** The problem of a value that an option does not take. */
    public static Problem invalid(MethodOption option, String value, String askedBy) {
        return Problem.of(
                        TergeCode.INVALID_OPTION,
                        "Option '%s' must be %s, but was '%s'"
                                .formatted(option.name(), option.range(), value))
                .causedBy(askedBy)
                .note("%s: %s".formatted(option.name(), option.help()));
    }

    private static Problem invalid(CompiledSetting setting, MethodOption option, String value) {
        return invalid(option, value, setting.askedBy());
    }

    private void checkCount(
            CompiledSetting setting, TergeCode code, String what, Consumer<Problem> problems) {
        if (setting.setting().value() instanceof SettingValue.PerModel list
                && list.values().size() != models) {
            problems.accept(
                    Problem.of(
                                    code,
                                    "Expected %d %ss (one per model), got %d"
                                            .formatted(models, what, list.values().size()))
                            .causedBy(setting.askedBy())
                            .fix(
                                    "give one %s per model, in the order of the models"
                                            .formatted(what)));
        }
    }

    private Problem unknown(CompiledSetting setting) {
        String name = setting.setting().name();
        List<String> declared = options().map(MethodOption::name).distinct().sorted().toList();
        List<String> names = Stream.concat(declared.stream(), Stream.of(Setting.WEIGHT)).toList();
        String used = String.join(", ", methods.sequencedKeySet());
        return Problem.of(
                        TergeCode.UNKNOWN_OPTION,
                        "No method in use has an option '%s'.%s"
                                .formatted(name, Suggestions.question(name, names)))
                .causedBy(setting.askedBy())
                .note("methods in use: " + used)
                .note(
                        "available: "
                                + (declared.isEmpty()
                                        ? "none, these methods have no options"
                                        : String.join(", ", declared)))
                .fix(declared.isEmpty() ? REMOVE_OPTION : "use one of these, or " + REMOVE_OPTION);
    }

    private Stream<MethodOption> options() {
        return methods.entrySet().stream().map(Map.Entry::getValue).flatMap(List::stream);
    }

    private static boolean isFinite(String value) {
        try {
            return Double.isFinite(Double.parseDouble(value));
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
