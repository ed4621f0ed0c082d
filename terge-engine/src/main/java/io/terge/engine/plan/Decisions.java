package io.terge.engine.plan;

import io.terge.api.Action;
import io.terge.api.MergeRequest;
import io.terge.api.ParameterPlan;
import io.terge.engine.plan.group.GroupCheck;
import io.terge.engine.plan.layout.LayoutPlanner;
import io.terge.engine.plan.layout.OutputParameter;
import io.terge.engine.plan.layout.OutputParameter.Origin;
import io.terge.engine.plan.named.Renames;
import io.terge.engine.plan.named.RequestModels;
import io.terge.engine.plan.rules.RequestRules;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The decisions for all parameters of one request's output. */
final class Decisions {

    private final MergeRequest request;
    private final RequestRules rules;
    private final RequestModels models;
    private final List<ParameterSpec> laidOut = new ArrayList<>();
    private final GroupCheck groups;

    Decisions(MergeRequest request, RequestRules rules, RequestModels models) {
        this.request = request;
        this.rules = rules;
        this.models = models;
        this.groups = new GroupCheck(models);
    }

    /** Returns them in the output's order; those that have a problem are missing. */
    List<ParameterPlan> plan(Consumer<Problem> problems) {
        ParameterProblems found = new ParameterProblems(rules, models);
        ParameterPlanner planner = new ParameterPlanner(rules, models, found);
        SequencedMap<String, Action> actions = new LinkedHashMap<>();
        SequencedMap<String, ParameterSpec> specs = new LinkedHashMap<>();
        try {
            for (OutputParameter output :
                    new LayoutPlanner(models, problems).plan(request.layout())) {
                decision(planner, output)
                        .filter(action -> isPartOfOutput(output, action))
                        .ifPresent(
                                action -> {
                                    groups.check(
                                            output.spec().name(), action, () -> isWanted(output));
                                    actions.put(output.spec().name(), action);
                                    specs.put(output.spec().name(), stored(output, action));
                                });
                laidOut.add(output.spec());
            }
        } catch (TergeException failure) {
            failure.problems().forEach(problems); // A plugin that throws for one throws for all.
        }
        found.report(problems);
        return tiedAndWhole(actions, specs, problems);
    }

    private boolean isWanted(OutputParameter output) {
        return rules.filter().refuses(output.spec()).isEmpty();
    }

    // What is not merged stays an alias of the parameter that it is in the base.
    private static boolean isPartOfOutput(OutputParameter output, Action action) {
        return output.origin() != Origin.ALIAS || action instanceof Action.Merge;
    }

    private Optional<Action> decision(ParameterPlanner planner, OutputParameter output) {
        return request.isConversion()
                ? Optional.of(new Action.Copy(output.fallback().operand(), Action.Reason.CONVERTED))
                : planner.plan(output);
    }

    private List<ParameterPlan> tiedAndWhole(
            SequencedMap<String, Action> actions,
            SequencedMap<String, ParameterSpec> specs,
            Consumer<Problem> problems) {
        TieFinder ties = new TieFinder(models);
        List<ParameterPlan> plans = new ArrayList<>();
        actions.forEach(
                (name, own) -> {
                    ParameterSpec spec = specs.get(name);
                    if (spec != null) {
                        plans.add(new ParameterPlan(spec, 0, ties.tied(name, own, actions)));
                    }
                });
        groups.report(problems);
        return plans;
    }

    // A type that no number can be stored in has been told of.
    private ParameterSpec stored(OutputParameter output, Action action) {
        Optional<DType> dtype = request.output().dtype().filter(DType::isFloating);
        ParameterSpec spec = output.spec();
        boolean changes = dtype.isPresent() && spec.dtype().isFloating();
        return changes && !groups.keepsType(spec.name(), action)
                ? spec.as(dtype.orElseThrow())
                : spec;
    }

    /** What the caller should know of the decisions. */
    List<Problem> warnings(Renames renames, List<ParameterPlan> parameters) {
        List<Problem> warnings = new ArrayList<>();
        models.all().stream()
                .map(model -> model.headers().warnings())
                .distinct()
                .forEach(warnings::addAll);
        groups.warn(warnings::add);
        renames.warnOfUnused(warnings::add);
        rules.all().forEach((askedBy, selects) -> warnOfUnused(askedBy, selects, warnings::add));
        if (!request.isConversion()
                && parameters.stream().noneMatch(plan -> plan.action() instanceof Action.Merge)) {
            warnings.add(
                    Problem.of(
                            TergeCode.NO_PARAMETERS_TO_MERGE,
                            "No parameter can be merged: the output is a copy of the base"));
        }
        return warnings;
    }

    private void warnOfUnused(
            String askedBy, Predicate<ParameterSpec> selects, Consumer<Problem> warnings) {
        if (!laidOut.isEmpty() && laidOut.stream().noneMatch(selects)) {
            warnings.accept(
                    Problem.of(
                            TergeCode.SELECTOR_MATCHES_NOTHING,
                            "No parameter of the output matches " + askedBy));
        }
    }
}
