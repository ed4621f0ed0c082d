package io.terge.engine.plan;

import static java.util.Objects.requireNonNull;

import io.terge.api.Action;
import io.terge.api.Layout;
import io.terge.api.MergeRequest;
import io.terge.api.Omission;
import io.terge.api.ParameterPlan;
import io.terge.engine.filter.CompiledRule;
import io.terge.engine.filter.CompiledSelector;
import io.terge.engine.model.LayerNames;
import io.terge.engine.plan.group.GroupCheck;
import io.terge.engine.plan.layout.LayoutPlanner;
import io.terge.engine.plan.layout.OutputParameter;
import io.terge.engine.plan.layout.OutputParameter.Origin;
import io.terge.engine.plan.named.Renames;
import io.terge.engine.plan.named.RequestModels;
import io.terge.engine.plan.omission.OmissionFinder;
import io.terge.engine.plan.omission.OmissionWarnings;
import io.terge.engine.plan.rules.RequestRules;
import io.terge.engine.plan.rules.ShadowedRules;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** The decisions for all parameters of one request's output. */
final class Decisions {

    private final MergeRequest request;
    private final RequestRules rules;
    private final RequestModels models;
    private final List<OutputParameter> laidOut = new ArrayList<>();
    private final OmissionFinder omissions;
    private final GroupCheck groups;
    private final WeightUse weightUse = new WeightUse();
    private boolean asksPlugins = true;
    private boolean decidesAll = true;

    Decisions(MergeRequest request, RequestRules rules, RequestModels models) {
        this.request = request;
        this.rules = rules;
        this.models = models;
        this.omissions = new OmissionFinder(models, rules.relativeMethods());
        this.groups = new GroupCheck(models);
    }

    /** Returns them in the output's order; those that have a problem are missing. */
    List<ParameterPlan> plan(Consumer<Problem> problems) {
        ParameterProblems found = new ParameterProblems(rules, models);
        ParameterPlanner planner = new ParameterPlanner(rules, models, found, weightUse);
        int most = models.baseModel().known().size();
        SequencedMap<String, Action> actions = LinkedHashMap.newLinkedHashMap(most);
        SequencedMap<String, ParameterSpec> specs = LinkedHashMap.newLinkedHashMap(most);
        LayerNames numbers = LayerNames.of(request.layerPattern());
        try {
            checkPattern(numbers, problems);
            for (OutputParameter output :
                    new LayoutPlanner(models, numbers, problems).plan(request.layout())) {
                laidOut.add(output);
                Optional<Action> decision = decision(planner, output);
                decidesAll &= decision.isPresent();
                decision.filter(action -> isPartOfOutput(output, action))
                        .ifPresent(
                                action -> {
                                    String name = output.spec().name();
                                    groups.check(name, action, () -> isWanted(output));
                                    actions.put(name, action);
                                    specs.put(name, stored(output, action));
                                });
            }
        } catch (TergeException failure) {
            failure.problems().forEach(problems); // A plugin that throws for one throws for all.
            asksPlugins = false;
        }
        found.report(problems);
        List<ParameterPlan> plans = tiedAndWhole(actions, specs, problems);
        findOmissions(plans);
        return plans;
    }

    // Without it, gradients would silently have one value everywhere.
    private void checkPattern(LayerNames numbers, Consumer<Problem> problems) {
        request.layerPattern()
                .filter(
                        pattern ->
                                models.baseModel().known().keySet().stream()
                                        .noneMatch(name -> numbers.find(name).isPresent()))
                .ifPresent(
                        pattern ->
                                problems.accept(
                                        Problem.of(
                                                        TergeCode.INVALID_LAYOUT,
                                                        "The layer pattern '%s' finds no number in the names of %s"
                                                                .formatted(
                                                                        pattern.regex(),
                                                                        models.baseModel()
                                                                                .described()))
                                                .fix("correct the pattern")));
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

    private void findOmissions(List<ParameterPlan> plans) {
        if (request.isConversion() || !asksPlugins) {
            return;
        }
        Map<String, Action> actions = HashMap.newHashMap(plans.size());
        plans.forEach(plan -> actions.put(plan.output().name(), plan.action()));
        for (OutputParameter output : laidOut) {
            Optional.ofNullable(actions.get(output.spec().name()))
                    .filter(action -> !isAsLaidOut(action))
                    .ifPresent(action -> omissions.look(output, action));
        }
        if (request.layout() instanceof Layout.OfBase) {
            omissions.lookForDropped(rules.filter(), actions.keySet());
        } else {
            omissions.lookForUnused(actions.values());
        }
    }

    // Parts are there to be taken from one model each.
    private boolean isAsLaidOut(Action action) {
        return request.layout() instanceof Layout.Parts
                && action instanceof Action.Copy copy
                && copy.reason() == Action.Reason.ONE_PIECE;
    }

    /** What is not merged, or not from all models. */
    List<Omission> omissions() {
        return omissions.found().all();
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
                        Action action = ties.tied(name, own, actions);
                        boolean differs =
                                action instanceof Action.Tied(String to)
                                        && !requireNonNull(specs.get(to))
                                                .dtype()
                                                .equals(spec.dtype());
                        plans.add(new ParameterPlan(spec, 0, differs ? own : action));
                    }
                });
        groups.report(problems);
        return plans;
    }

    private ParameterSpec stored(OutputParameter output, Action action) {
        ParameterSpec spec = output.spec();
        Optional<DType> dtype =
                spec.dtype().isFloating() ? rules.types().of(spec) : Optional.empty();
        return dtype.isPresent() && !groups.keepsType(spec.name(), action)
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
        if (asksPlugins) {
            rules.all().forEach((askedBy, selectors) -> warnOfUnused(askedBy, selectors, warnings));
            rules.types().rules().forEach(rule -> warnOfUnused(rule, warnings));
            List<ParameterSpec> outputs = laidOut.stream().map(OutputParameter::spec).toList();
            warnings.addAll(new ShadowedRules(models, outputs).of(rules));
            warnings.addAll(weightUse.warnings());
        }
        if (!request.isConversion()) {
            OmissionWarnings told = new OmissionWarnings(models, omissions.found());
            if (decidesAll && parameters.stream().noneMatch(Decisions::isMerged)) {
                warnings.add(told.nothingMerged());
            } else {
                warnings.addAll(told.unexpected());
            }
        }
        return warnings;
    }

    private static boolean isMerged(ParameterPlan plan) {
        return plan.action() instanceof Action.Merge;
    }

    // Deciding has asked most of them; one that nothing has matched may be behind another.
    private void warnOfUnused(
            String askedBy, List<CompiledSelector> selectors, List<Problem> warnings) {
        if (!laidOut.isEmpty() && selectors.stream().noneMatch(this::matchesAny)) {
            warnings.add(matchesNothing(askedBy));
        }
    }

    // A type is only asked for numbers that are not whole, so it may have matched in vain.
    private void warnOfUnused(CompiledRule<DType> type, List<Problem> warnings) {
        List<ParameterSpec> matched =
                laidOut.stream()
                        .map(OutputParameter::spec)
                        .filter(type.selector()::matches)
                        .toList();
        if (laidOut.isEmpty() || matched.stream().anyMatch(spec -> spec.dtype().isFloating())) {
            return;
        }
        warnings.add(
                matched.isEmpty()
                        ? matchesNothing(type.askedBy())
                        : Problem.of(
                                        TergeCode.SELECTOR_MATCHES_NOTHING,
                                        "No floating-point parameter of the output matches "
                                                + type.askedBy())
                                .note("integer and boolean parameters keep their types"));
    }

    private static Problem matchesNothing(String askedBy) {
        return Problem.of(
                TergeCode.SELECTOR_MATCHES_NOTHING,
                "No parameter of the output matches " + askedBy);
    }

    private boolean matchesAny(CompiledSelector selector) {
        return selector.hasMatched()
                || laidOut.stream().map(OutputParameter::spec).anyMatch(selector::matches);
    }
}
