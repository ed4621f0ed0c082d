package io.terge.engine.plan;

import io.terge.api.Action;
import io.terge.api.Operand;
import io.terge.engine.plan.named.NamedModel;
import io.terge.engine.plan.named.RequestModels;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.spi.format.ParameterGroup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Refuses to merge one by one what means something only together. */
final class GroupCheck {

    private record Kind(int model, String meaning, String advice) {}

    private final Map<Kind, Set<String>> torn = new LinkedHashMap<>();
    // By the places of the models: a model is too large to be the key of a map.
    private final List<Map<String, ParameterGroup>> groups = new ArrayList<>();
    private final RequestModels models;

    GroupCheck(RequestModels models) {
        this.models = models;
        for (NamedModel model : models.all()) {
            Map<String, ParameterGroup> byMember = new HashMap<>();
            model.headers()
                    .groups()
                    .forEach(group -> group.members().forEach(name -> byMember.put(name, group)));
            groups.add(byMember);
        }
    }

    /** Looks at one decision. */
    void check(Action action) {
        if (action instanceof Action.Merge merge) {
            merge.operands().forEach(this::check);
        }
    }

    private void check(Operand operand) {
        ParameterGroup group = groups.get(operand.model()).get(operand.stored().name());
        if (group != null) {
            torn.computeIfAbsent(
                            new Kind(operand.model(), group.meaning(), group.advice()),
                            any -> new HashSet<>())
                    .add(operand.stored().name());
        }
    }

    void report(Consumer<Problem> problems) {
        torn.forEach(
                (kind, names) -> {
                    List<String> sorted = names.stream().sorted().toList();
                    String more =
                            sorted.size() > 1 ? " and %d more".formatted(sorted.size() - 1) : "";
                    Problem problem =
                            Problem.of(
                                    TergeCode.GROUP_NOT_MERGEABLE,
                                    "'%s'%s of %s cannot be merged one by one: they are parts of %s"
                                            .formatted(
                                                    sorted.getFirst(),
                                                    more,
                                                    models.all().get(kind.model()).described(),
                                                    kind.meaning()));
                    problems.accept(
                            (kind.advice().isEmpty() ? problem : problem.fix(kind.advice()))
                                    .fix(
                                            "exclude these parameters (--exclude, in Java"
                                                    + " .exclude(...))"));
                });
    }
}
