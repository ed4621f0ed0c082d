package io.terge.recipes.mergekit;

import io.terge.api.ModelScope;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.error.Suggestions;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes parameters as settings.
 *
 * @param outline the recipe
 * @param problems told of what is wrong or has no effect
 */
record SettingWriter(Outline outline, Problems problems) {

    private static final String FLATTEN = "nuslerp_flatten";
    private static final String ROW_WISE = "nuslerp_row_wise";

    /**
     * Returns the settings of a level, in its order.
     *
     * @param scope the models that it is for
     * @param shift where their layers are in the output
     */
    List<Setting> settings(Level level, ModelScope scope, Shift shift) {
        List<Setting> settings = new ArrayList<>();
        for (Assignment assignment : level.assignments()) {
            find(assignment)
                    .filter(parameter -> hasEffect(assignment, parameter, scope))
                    .ifPresent(parameter -> add(assignment, parameter, scope, shift, settings));
        }
        return settings;
    }

    /** Whether values depend on the numbers that layers have in each model. */
    boolean namesLayers(Assignment assignment) {
        return outline.method()
                        .parameter(assignment.name())
                        .filter(Parameter::isPerModel)
                        .isPresent()
                && assignment.conditions().stream().anyMatch(Condition::mayNameLayers);
    }

    private Optional<Parameter> find(Assignment assignment) {
        MergekitMethod method = outline.method();
        String name = assignment.name();
        Optional<Parameter> parameter = method.parameter(name);
        if (parameter.isEmpty() && MergekitMethod.isParameter(name)) {
            note(assignment, "'%s' has no effect on '%s'".formatted(name, method.text()));
        } else if (parameter.isEmpty()) {
            List<String> known = method.parameters().stream().map(Parameter::name).toList();
            problems.add(
                    RecipeCode.RECIPE_UNKNOWN_KEY,
                    assignment.place(),
                    "'%s' has no parameter '%s'.%s"
                            .formatted(method.text(), name, Suggestions.question(name, known)),
                    known.isEmpty()
                            ? "remove it: '%s' has no parameters".formatted(method.text())
                            : "use one of: " + String.join(", ", known));
        }
        return parameter;
    }

    private boolean hasEffect(Assignment assignment, Parameter parameter, ModelScope scope) {
        if (parameter.kind() == Parameter.Kind.IGNORED) {
            note(
                    assignment,
                    "'%s' does not change the result of '%s'"
                            .formatted(parameter.name(), outline.method().text()));
            return false;
        }
        if (!parameter.isPerModel() && !(scope instanceof ModelScope.All)) {
            note(
                    assignment,
                    "'%s' has no effect below a single model, here and in"
                                    .formatted(parameter.name())
                            + " mergekit: it is for all models");
            return false;
        }
        if (parameter.name().equals(ROW_WISE) && !outline.mayHave(FLATTEN, value -> value == 0)) {
            note(
                    assignment,
                    "'%s' has no effect, here and in mergekit, unless '%s' is false"
                            .formatted(ROW_WISE, FLATTEN));
            return false;
        }
        return true;
    }

    private void note(Assignment assignment, String message) {
        problems.add(RecipeCode.RECIPE_NOTE, assignment.place(), message);
    }

    private void add(
            Assignment assignment,
            Parameter parameter,
            ModelScope scope,
            Shift shift,
            List<Setting> settings) {
        for (Condition condition : assignment.conditions()) {
            Optional<String> selector =
                    parameter.isPerModel()
                            ? shift.selector(condition)
                            : Optional.of(condition.selector());
            if (selector.isEmpty()) {
                problems.add(
                        RecipeCode.RECIPE_UNSUPPORTED,
                        condition.place(),
                        "The filter '%s' selects layers by their numbers in the model, which differ"
                                        .formatted(condition.filter().orElseThrow())
                                + " from those in the output",
                        "begin the filter with the text before the number, such as 'layers.'");
            } else {
                value(parameter, condition)
                        .map(
                                value ->
                                        new Setting(
                                                selector.get(),
                                                parameter.isPerModel() ? scope : ModelScope.all(),
                                                parameter.option(),
                                                value))
                        .ifPresent(settings::add);
            }
        }
    }

    private Optional<SettingValue> value(Parameter parameter, Condition condition) {
        return switch (parameter.kind()) {
            case NUMBER -> Optional.of(number(condition));
            case FRACTION -> Optional.of(fraction(condition));
            case WHOLE -> whole(parameter, condition);
            case FLAG -> flag(parameter, condition, "true", "false");
            case RESCALE -> flag(parameter, condition, "l1", "none");
            case IGNORED -> Optional.empty();
        };
    }

    private static SettingValue number(Condition condition) {
        return condition.isGradient()
                ? new SettingValue.Gradient(condition.numbers())
                : SettingValue.of(condition.numbers().getFirst());
    }

    private static SettingValue fraction(Condition condition) {
        return condition.isGradient()
                ? number(condition)
                : SettingValue.of(Math.min(1, condition.numbers().getFirst()));
    }

    private Optional<SettingValue> whole(Parameter parameter, Condition condition) {
        return same(condition)
                .filter(number -> number == Math.rint(number))
                .map(SettingValue::of)
                .or(() -> reject(parameter, condition, "a whole number"));
    }

    private Optional<SettingValue> flag(
            Parameter parameter, Condition condition, String yes, String no) {
        return same(condition)
                .filter(number -> number == 0 || number == 1)
                .map(number -> SettingValue.of(number == 1 ? yes : no))
                .or(() -> reject(parameter, condition, "true or false"));
    }

    // What is no number cannot change over the layers.
    private static Optional<Double> same(Condition condition) {
        return Optional.of(condition.numbers().getFirst())
                .filter(first -> condition.numbers().stream().allMatch(first::equals));
    }

    private Optional<SettingValue> reject(
            Parameter parameter, Condition condition, String expected) {
        problems.add(
                RecipeCode.RECIPE_INVALID_VALUE,
                condition.place(),
                "'%s' must be %s, the same for all layers".formatted(parameter.name(), expected));
        return Optional.empty();
    }
}
