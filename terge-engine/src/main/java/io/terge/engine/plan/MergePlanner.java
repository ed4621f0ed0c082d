package io.terge.engine.plan;

import static io.terge.error.TergeCode.OUTPUT_CONTAINS_INPUT;

import io.terge.api.Action;
import io.terge.api.CompanionSettings;
import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeRejectedException;
import io.terge.api.MergeRequest;
import io.terge.api.ModelUse;
import io.terge.api.Omission;
import io.terge.api.OutputPlan;
import io.terge.api.ParameterPlan;
import io.terge.engine.cost.ExecutionSettings;
import io.terge.engine.cost.FileLimit;
import io.terge.engine.cost.MemoryProblem;
import io.terge.engine.cost.MemoryUse;
import io.terge.engine.model.HeldModels;
import io.terge.engine.model.ReplacedFiles;
import io.terge.engine.plan.OutputPlanner.Target;
import io.terge.engine.plan.compare.AliasWarnings;
import io.terge.engine.plan.compare.ModelComparison;
import io.terge.engine.plan.named.HeaderReader;
import io.terge.engine.plan.named.PlannedStages;
import io.terge.engine.plan.named.Renames;
import io.terge.engine.plan.named.RequestModels;
import io.terge.engine.plan.rules.RequestRules;
import io.terge.engine.plan.rules.RuleCompiler;
import io.terge.engine.plugin.TergeVersion;
import io.terge.error.Problem;
import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;
import io.terge.spi.format.CompanionFiles;

import jakarta.inject.Inject;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a plan of a request, or tells all that is wrong with it. Reads headers only. */
final class MergePlanner {

    private final HeaderReader headers;
    private final RuleCompiler ruleCompiler;
    private final OutputPlanner outputPlanner;
    private final UsedPlugins usedPlugins;
    private final ExecutionSettings settings;
    private final TergeVersion version;

    @Inject
    MergePlanner(
            HeaderReader headers,
            RuleCompiler ruleCompiler,
            OutputPlanner outputPlanner,
            UsedPlugins usedPlugins,
            ExecutionSettings settings,
            TergeVersion version) {
        this.headers = headers;
        this.ruleCompiler = ruleCompiler;
        this.outputPlanner = outputPlanner;
        this.usedPlugins = usedPlugins;
        this.settings = settings;
        this.version = version;
    }

    /**
     * A plan, and the models that it is about.
     *
     * @param plan the plan
     * @param models what their headers say
     */
    record Planned(MergePlan plan, RequestModels models) {}

    /**
     * Plans a request without its stages.
     *
     * @param stages the stages before it
     * @param held may keep models open
     * @throws MergeRejectedException if anything is wrong with it
     */
    Planned plan(
            MergeRequest request, PlannedStages stages, MergeListener listener, HeldModels held) {
        Set<Problem> problems = new LinkedHashSet<>();
        ModelScopes.check(request, problems::add);
        Renames renames = new Renames(request.renames(), problems::add);
        Optional<RequestModels> models =
                headers.read(request, stages, listener, held, renames, problems::add);
        RequestRules rules = ruleCompiler.compile(request, problems::add);
        Optional<Target> target = outputPlanner.target(request, problems::add);
        if (models.isPresent() && target.isPresent()) {
            checkReplaced(target.get(), models.get(), problems);
        }
        if (models.isEmpty()) {
            throw new MergeRejectedException(subject(request), List.copyOf(problems));
        }
        Decisions decisions = new Decisions(request, rules, models.get());
        List<ParameterPlan> parameters = decisions.plan(problems::add);
        CompanionFiles companions = CompanionFiles.none();
        if (target.isPresent() && problems.isEmpty()) {
            OutputPlanner.Files files =
                    outputPlanner.files(
                            target.get(), request, parameters, models.get(), problems::add);
            parameters = files.parameters();
            companions = files.companions();
        }
        MemoryUse memory = settings.fitting(parameters).memory();
        new MemoryProblem(settings).of(memory, parameters).ifPresent(problems::add);
        checkFiles(models.get(), parameters, held.files(), problems);
        ModelComparison comparison =
                ModelComparison.of(models.get(), parameters, request.isRowByRow());
        problems.addAll(comparison.problems());
        if (!problems.isEmpty() && !request.isStrict()) {
            throw new MergeRejectedException(subject(request), List.copyOf(problems));
        }
        List<Problem> warnings = new ArrayList<>(decisions.warnings(renames, parameters));
        warnings.addAll(comparison.warnings());
        warnings.addAll(new AliasWarnings(models.get()).of(parameters));
        warnings.addAll(companions.warnings());
        if (request.isStrict()) {
            problems.addAll(warnings);
            if (!problems.isEmpty()) {
                throw new MergeRejectedException(subject(request), List.copyOf(problems));
            }
        }
        Optional<OutputPlan> output =
                target.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                OutputPlanner.plan(
                                        target.get(), request.output(), parameters, companions));
        return new Planned(
                plan(
                        request,
                        models.get(),
                        output,
                        parameters,
                        decisions.omissions(),
                        warnings,
                        memory),
                models.get());
    }

    private static void checkReplaced(Target target, RequestModels models, Set<Problem> problems) {
        if (problems.stream().anyMatch(known -> known.code() == OUTPUT_CONTAINS_INPUT)) {
            return; // One reason is enough.
        }
        ReplacedFiles replaced = ReplacedFiles.of(target.target(), models.baseModel().reference());
        models.all().stream()
                .flatMap(model -> replaced.problem(model.reference(), model.headers()).stream())
                .distinct()
                .forEach(problems::add);
    }

    private static void checkFiles(
            RequestModels models,
            List<ParameterPlan> parameters,
            long open,
            Set<Problem> problems) {
        long inputs =
                models.all().stream()
                        .flatMap(model -> model.headers().files().stream())
                        .distinct()
                        .count();
        long outputs = parameters.stream().mapToInt(ParameterPlan::shard).max().orElse(0) + 1L;
        FileLimit.ofThisProcess()
                .flatMap(limit -> limit.without(open).problem(inputs, outputs))
                .ifPresent(problems::add);
    }

    private MergePlan plan(
            MergeRequest request,
            RequestModels models,
            Optional<OutputPlan> output,
            List<ParameterPlan> parameters,
            List<Omission> omissions,
            List<Problem> warnings,
            MemoryUse memory) {
        List<ModelUse> uses = models.uses();
        return new MergePlan(
                version.text(),
                uses,
                models.base(),
                request.adapterSettings(),
                output,
                parameters,
                omissions,
                request.seed(),
                usedPlugins.of(uses, output.map(OutputPlan::adapter), methods(parameters)),
                warnings,
                memory.bytes(),
                List.of(),
                request.layerPattern(),
                request.recipe());
    }

    private static List<String> methods(List<ParameterPlan> parameters) {
        return parameters.stream()
                .map(ParameterPlan::action)
                .filter(Action.Merge.class::isInstance)
                .map(action -> ((Action.Merge) action).method())
                .distinct()
                .toList();
    }

    static String subject(MergeRequest request) {
        String target =
                request.output()
                        .target()
                        .map(CompanionSettings::without)
                        .map(ModelReference::describe)
                        .map(text -> " into " + text)
                        .orElse(request.output().inPlace() ? " in place" : "");
        return request.isConversion()
                ? "Cannot convert %s%s"
                        .formatted(ViewSettings.shown(request.models().getFirst()), target)
                : "Cannot merge" + target;
    }
}
