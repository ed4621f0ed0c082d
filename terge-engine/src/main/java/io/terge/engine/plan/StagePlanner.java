package io.terge.engine.plan;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeRejectedException;
import io.terge.api.MergeRequest;
import io.terge.api.StagePlan;
import io.terge.engine.model.HeldModels;
import io.terge.engine.model.ModelHeaders;
import io.terge.engine.model.StageHeaders;
import io.terge.engine.plan.MergePlanner.Planned;
import io.terge.engine.plan.named.BasePlace;
import io.terge.engine.plan.named.PlannedStages;
import io.terge.error.Problem;
import io.terge.model.ModelReference;

import jakarta.inject.Inject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Plans a request: its stages in order, then what is merged of their outputs and other models. */
public final class StagePlanner {

    private final MergePlanner planner;

    @Inject
    StagePlanner(MergePlanner planner) {
        this.planner = planner;
    }

    /**
     * Plans a request.
     *
     * @param held may keep models open
     * @throws MergeRejectedException if anything is wrong with it or with one of its stages
     */
    public MergePlan plan(MergeRequest request, MergeListener listener, HeldModels held) {
        List<Problem> problems = new ArrayList<>();
        List<StagePlan> stages = new ArrayList<>();
        Map<ModelReference, ModelHeaders> models = new HashMap<>();
        SequencedMap<String, Optional<ModelHeaders>> outputs = new LinkedHashMap<>();
        for (MergeRequest.Stage stage : request.stages()) {
            Optional<Planned> planned =
                    attempt(
                            stage.request(),
                            outputs,
                            listener,
                            held,
                            problem -> problems.add(ofStage(problem, stage.name())));
            planned.map(found -> stage(stage, found.plan())).ifPresent(stages::add);
            planned.ifPresent(found -> addModels(found, models));
            outputs.put(stage.name(), planned.map(found -> headers(stages.getLast(), found)));
        }
        Optional<Planned> result = attempt(request, outputs, listener, held, problems::add);
        result.ifPresent(found -> addModels(found, models));
        result.map(Planned::plan)
                .map(plan -> new Destinations(plan, stages, models))
                .filter(any -> !stages.isEmpty())
                .ifPresent(
                        destinations -> {
                            Set<Problem> found = destinations.problems();
                            problems.forEach(found::remove);
                            problems.addAll(found);
                        });
        List<Problem> warnings = warnings(stages);
        if (request.isStrict()) {
            problems.addAll(warnings);
        }
        if (result.isEmpty() || !problems.isEmpty()) {
            throw new MergeRejectedException(MergePlanner.subject(request), problems);
        }
        return whole(result.get().plan(), stages, warnings);
    }

    private Optional<Planned> attempt(
            MergeRequest request,
            SequencedMap<String, Optional<ModelHeaders>> outputs,
            MergeListener listener,
            HeldModels held,
            Consumer<Problem> problems) {
        if (usesFailed(request, outputs)) {
            return Optional.empty(); // What is wrong with it has been told.
        }
        try {
            return Optional.of(
                    planner.plan(
                            request,
                            new PlannedStages(new LinkedHashMap<>(outputs)),
                            listener,
                            held));
        } catch (MergeRejectedException rejected) {
            rejected.problems().forEach(problems);
            return Optional.empty();
        }
    }

    private static boolean usesFailed(
            MergeRequest request, SequencedMap<String, Optional<ModelHeaders>> outputs) {
        return Stream.concat(request.models().stream(), BasePlace.of(request).other().stream())
                .flatMap(model -> model.stage().stream())
                .anyMatch(name -> outputs.containsKey(name) && outputs.get(name).isEmpty());
    }

    private static StagePlan stage(MergeRequest.Stage stage, MergePlan plan) {
        return new StagePlan(
                stage.name(), plan, MainType.of(stage.request().output(), plan.parameters()));
    }

    private static ModelHeaders headers(StagePlan stage, Planned planned) {
        return new StageHeaders(stage, place -> planned.models().all().get(place).headers())
                .headers();
    }

    private static void addModels(Planned planned, Map<ModelReference, ModelHeaders> models) {
        planned.models()
                .all()
                .forEach(model -> models.put(model.headers().reference(), model.headers()));
    }

    private static Problem ofStage(Problem problem, String name) {
        return problem.note("stage: " + name);
    }

    private static List<Problem> warnings(List<StagePlan> stages) {
        return stages.stream()
                .flatMap(
                        stage ->
                                stage.plan().warnings().stream()
                                        .map(problem -> ofStage(problem, stage.name())))
                .toList();
    }

    private static MergePlan whole(MergePlan plan, List<StagePlan> stages, List<Problem> ofStages) {
        if (stages.isEmpty()) {
            return plan;
        }
        List<Problem> warnings = new ArrayList<>(ofStages);
        warnings.addAll(plan.warnings());
        long memory =
                stages.stream().mapToLong(stage -> stage.plan().memoryBytes()).max().orElse(0);
        return new MergePlan(
                plan.terge(),
                plan.models(),
                plan.base(),
                plan.adapterSettings(),
                plan.output(),
                plan.parameters(),
                plan.omissions(),
                plan.seed(),
                plan.plugins(),
                warnings,
                Math.max(memory, plan.memoryBytes()),
                stages,
                plan.layerPattern(),
                plan.recipe());
    }
}
