package io.terge.engine.plan.group;

import io.terge.api.Action;
import io.terge.api.Action.Reason;
import io.terge.engine.plan.named.NamedModel;
import io.terge.engine.plan.named.RequestModels;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.spi.format.ParameterGroup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Refuses to merge one by one what is meaningful only together, and to merge only the rest of
 * models that the request asks to merge. Copying a whole group is fine.
 */
public final class GroupCheck {

    private record Kind(int model, String meaning, String advice) {}

    private final List<ModelGroups> models;
    private final Map<Kind, Set<String>> torn = new HashMap<>();
    private final Map<String, Set<String>> kept = new HashMap<>();
    private boolean anyWanted;

    public GroupCheck(RequestModels models) {
        this.models = models.all().stream().map(ModelGroups::new).toList();
    }

    /**
     * Looks at one decision.
     *
     * @param name the output parameter
     * @param action how it comes about
     * @param isWanted whether the request asks to merge the parameter, whatever its type
     */
    public void check(String name, Action action, BooleanSupplier isWanted) {
        if (models.stream().allMatch(ModelGroups::isEmpty)
                || isConverted(action)
                || !isWanted.getAsBoolean()) {
            return;
        }
        anyWanted = true;
        for (ModelGroups model : models) {
            model.group(name).ifPresent(group -> check(name, model, group));
        }
    }

    private static boolean isConverted(Action action) {
        return action instanceof Action.Copy copy && copy.reason() == Reason.CONVERTED;
    }

    private void check(String name, ModelGroups model, ParameterGroup group) {
        String whole = model.whole(group).orElse(name);
        boolean isAsked = false;
        for (ModelGroups other : models) {
            if (other != model) {
                boolean isOrdinary = other.isOrdinary(name) || other.isOrdinary(whole);
                // Numbers in a group would be merged, or are excluded; with none, all is silent.
                boolean isPacked =
                        (other.has(name) || other.has(whole))
                                && (isNumber(name, model) || !model.hasNumbers(group));
                isAsked |= isOrdinary || isPacked;
            }
        }
        if (isAsked) {
            add(name, model.model().place(), group);
        }
    }

    private static boolean isNumber(String name, ModelGroups model) {
        return model.model().find(name).filter(spec -> spec.dtype().isFloating()).isPresent();
    }

    private void add(String name, int model, ParameterGroup group) {
        torn.computeIfAbsent(
                        new Kind(model, group.meaning(), group.advice()), any -> new TreeSet<>())
                .add(name);
    }

    /**
     * Whether the parameter of a decision keeps its type, whatever type is asked for: a scale of
     * another type would no longer fit its weight.
     */
    public boolean keepsType(String name, Action action) {
        if (!(action instanceof Action.Copy copy)) {
            return false;
        }
        ModelGroups model = models.get(copy.from().model());
        // Its name in the model may be another one only in a layout, which says what it wants.
        if (!model.isMember(name)) {
            return false;
        }
        model.group(name)
                .ifPresent(
                        group ->
                                kept.computeIfAbsent(group.meaning(), any -> new TreeSet<>())
                                        .add(name));
        return true;
    }

    /** Tells what would be torn apart. */
    public void report(Consumer<Problem> problems) {
        for (ModelGroups model : models) {
            if (anyWanted && !model.isEmpty() && isStranger(model)) {
                model.group(model.first())
                        .ifPresent(group -> add(model.first(), model.model().place(), group));
            }
        }
        for (ModelGroups model : models) {
            torn.forEach(
                    (kind, names) -> {
                        if (kind.model() == model.model().place()) {
                            problems.accept(problem(kind, names, model));
                        }
                    });
        }
    }

    /** Whether no other model has any of a model's parameters, and that has not been told. */
    private boolean isStranger(ModelGroups model) {
        return models.size() > 1
                && torn.isEmpty()
                && models.stream()
                        .filter(other -> other != model)
                        .noneMatch(
                                other ->
                                        model.model().known().keySet().stream()
                                                .anyMatch(other.model().known()::containsKey));
    }

    private static Problem problem(Kind kind, Set<String> names, ModelGroups model) {
        NamedModel named = model.model();
        String first = names.iterator().next();
        String subject =
                names.size() == 1
                        ? "'%s' of %s cannot be merged by itself: it is part of %s"
                                .formatted(first, named.described(), kind.meaning())
                        : "'%s' and %d more of %s cannot be merged one by one: they are parts of %s"
                                .formatted(
                                        first, names.size() - 1, named.described(), kind.meaning());
        Problem problem = Problem.of(TergeCode.GROUP_NOT_MERGEABLE, subject);
        if (!kind.advice().isEmpty()) {
            problem = problem.fix(kind.advice());
        }
        return model.hasOthers()
                ? problem.fix("exclude these parameters (--exclude, in Java .exclude(...))")
                : problem;
    }

    /** Tells of parameters that keep their types. */
    public void warn(Consumer<Problem> warnings) {
        kept.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                        each ->
                                Problem.of(
                                                TergeCode.TYPE_KEPT,
                                                "%d parameters keep their types, as they are parts of %s"
                                                        .formatted(
                                                                each.getValue().size(),
                                                                each.getKey()))
                                        .note(
                                                "such as '"
                                                        + each.getValue().iterator().next()
                                                        + "'"))
                .forEach(warnings);
    }
}
