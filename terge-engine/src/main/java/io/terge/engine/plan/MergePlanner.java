package io.terge.engine.plan;

import io.terge.api.MergePlan;
import io.terge.api.MergeRejectedException;
import io.terge.api.MergeRequest;
import io.terge.api.OutputPlan;
import io.terge.api.ParameterPlan;
import io.terge.engine.filter.CompiledRule;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;

import jakarta.inject.Inject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes a plan of a request, or tells all that is wrong with it. Reads headers only. */
public final class MergePlanner {

    private final HeaderReader headers;
    private final RuleCompiler ruleCompiler;
    private final OutputPlanner outputPlanner;
    private final MemoryEstimate memory;

    @Inject
    MergePlanner(
            HeaderReader headers,
            RuleCompiler ruleCompiler,
            OutputPlanner outputPlanner,
            MemoryEstimate memory) {
        this.headers = headers;
        this.ruleCompiler = ruleCompiler;
        this.outputPlanner = outputPlanner;
        this.memory = memory;
    }

    /**
     * Plans a request.
     *
     * @throws MergeRejectedException if anything is wrong with it
     */
    public MergePlan plan(MergeRequest request) {
        List<Problem> problems = new ArrayList<>();
        Optional<RequestModels> models = headers.read(request, problems::add);
        RequestRules rules = ruleCompiler.compile(request, problems::add);
        Optional<OutputPlan> output = outputPlanner.plan(request, problems::add);
        List<ParameterPlan> parameters =
                models.map(found -> parameters(request, rules, found, problems)).orElse(List.of());
        MemoryNeed need = memory.of(parameters);
        if (!need.isMet()) {
            problems.add(new MemoryProblem(memory).of(need, parameters));
        }
        if (models.isEmpty() || !problems.isEmpty()) {
            throw new MergeRejectedException(subject(request), problems);
        }
        return new MergePlan(
                models.get().uses(),
                models.get().baseUse(),
                output,
                parameters,
                warnings(rules, models.get(), parameters),
                need.bytes());
    }

    private static List<ParameterPlan> parameters(
            MergeRequest request,
            RequestRules rules,
            RequestModels models,
            List<Problem> problems) {
        ParameterProblems found = new ParameterProblems(rules, models.models());
        // Another type is a problem that has been told of; it may have no size to plan with.
        Optional<DType> dtype = request.output().dtype().filter(DType::isFloating);
        ParameterPlanner planner = new ParameterPlanner(rules, models, dtype, found);
        List<ParameterPlan> parameters = new ArrayList<>();
        try {
            for (ParameterSpec spec : models.base().parameters()) {
                planner.plan(spec).ifPresent(parameters::add);
            }
        } catch (TergeException failure) {
            problems.addAll(failure.problems()); // A selector that throws for one throws for all.
        }
        found.report(problems::add);
        return parameters;
    }

    private static List<Problem> warnings(
            RequestRules rules, RequestModels models, List<ParameterPlan> parameters) {
        List<Problem> warnings = new ArrayList<>();
        List<ParameterSpec> specs = models.base().parameters();
        rules.all()
                .filter(rule -> !specs.isEmpty() && specs.stream().noneMatch(matches(rule)))
                .map(
                        rule ->
                                Problem.of(
                                        ErrorCode.SELECTOR_MATCHES_NOTHING,
                                        "No parameter of the base matches " + rule.askedBy()))
                .forEach(warnings::add);
        if (parameters.stream().noneMatch(ParameterPlan.Merge.class::isInstance)) {
            warnings.add(
                    Problem.of(
                            ErrorCode.NO_PARAMETERS_TO_MERGE,
                            "Nothing can be merged: the base comes back as it is"));
        }
        return warnings;
    }

    private static Predicate<ParameterSpec> matches(CompiledRule<?> rule) {
        return spec -> rule.selector().matches(spec);
    }

    private static String subject(MergeRequest request) {
        String target =
                request.output()
                        .target()
                        .map(ModelReference::describe)
                        .map(text -> " into " + text)
                        .orElse(request.output().inPlace() ? " in place" : "");
        return "Cannot merge" + target;
    }
}
