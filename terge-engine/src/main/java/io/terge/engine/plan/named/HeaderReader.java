package io.terge.engine.plan.named;

import io.terge.api.AdapterChoice;
import io.terge.api.BaseChoice;
import io.terge.api.Layout;
import io.terge.api.MergeListener;
import io.terge.api.MergeRequest;
import io.terge.engine.cost.ExecutionSettings;
import io.terge.engine.cost.HeaderMemory;
import io.terge.engine.model.HeldModels;
import io.terge.engine.model.ModelHeaders;
import io.terge.engine.model.ModelOpener;
import io.terge.engine.model.RequestSettings;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;
import io.terge.tensor.ParameterSpec;

import jakarta.inject.Inject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads the headers of a request's models, each model once, and gives the parameters their names.
 */
public final class HeaderReader {

    private final ModelOpener opener;
    private final ExecutionSettings execution;

    @Inject
    HeaderReader(ModelOpener opener, ExecutionSettings execution) {
        this.opener = opener;
        this.execution = execution;
    }

    /**
     * Returns the models, or nothing where there is a problem with any of them.
     *
     * @param stages those whose outputs may be among the models
     * @param held may keep models open
     */
    public Optional<RequestModels> read(
            MergeRequest request,
            PlannedStages stages,
            MergeListener listener,
            HeldModels held,
            Renames renames,
            Consumer<Problem> problems) {
        if (request.models().isEmpty()) {
            problems.accept(
                    Problem.of(TergeCode.NO_MODELS, "No model is given")
                            .fix("list the models to merge (in Java .model(...))"));
        }
        BasePlace base = BasePlace.of(request);
        Optional<RequestSettings> settings = settings(request, problems);
        Reading reading =
                new Reading(
                        request,
                        stages,
                        settings.orElse(RequestSettings.none()),
                        listener,
                        held,
                        base,
                        renames,
                        problems);
        List<Optional<NamedModel>> models = new ArrayList<>();
        for (ModelReference reference : request.models()) {
            models.add(reading.model(reference, models.size(), OptionalInt.of(models.size())));
        }
        base.other()
                .ifPresent(
                        other ->
                                models.add(
                                        reading.model(other, models.size(), OptionalInt.empty())));
        boolean exists = checkBase(base, models.size(), problems);
        if (!exists || settings.isEmpty() || models.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(
                RequestModels.tied(
                        models.stream().flatMap(Optional::stream).toList(),
                        base.place(),
                        !(request.base() instanceof BaseChoice.Unset)));
    }

    private Optional<RequestSettings> settings(MergeRequest request, Consumer<Problem> problems) {
        try {
            return Optional.of(opener.settings(request.adapterSettings()));
        } catch (TergeException failure) {
            failure.problems().forEach(problems);
            return Optional.empty();
        }
    }

    private static boolean checkBase(BasePlace base, int models, Consumer<Problem> problems) {
        if (base.place() >= 0 && base.place() < models) {
            return true;
        }
        if (models > 0) {
            problems.accept(
                    Problem.of(
                                    TergeCode.BASE_OUT_OF_RANGE,
                                    "Base index %d is out of range; valid: 0 to %d"
                                            .formatted(base.place(), models - 1))
                            .fix(
                                    "specify the index of a model, from 0, or the path of another"
                                            + " model (--base, in Java .base(...))"));
        }
        return false;
    }

    /** The reading of one request's headers. */
    private final class Reading {

        private final MergeRequest request;
        private final PlannedStages stages;
        private final RequestSettings settings;
        private final MergeListener listener;
        private final HeldModels held;
        private final BasePlace base;
        private final Renames renames;
        private final Consumer<Problem> problems;
        private final Map<List<Object>, Optional<ModelHeaders>> seen = new HashMap<>();
        // Models that can be merged have mostly the same parameters.
        private List<ParameterSpec> first = List.of();
        private final Set<Problem> told = new HashSet<>();
        private final ModelOpener together = opener.ofSeveral();
        private boolean full;

        Reading(
                MergeRequest request,
                PlannedStages stages,
                RequestSettings settings,
                MergeListener listener,
                HeldModels held,
                BasePlace base,
                Renames renames,
                Consumer<Problem> problems) {
            this.request = request;
            this.stages = stages;
            this.settings = settings;
            this.listener = listener;
            this.held = held;
            this.base = base;
            this.renames = renames;
            this.problems = problems;
        }

        Optional<NamedModel> model(ModelReference reference, int place, OptionalInt index) {
            boolean isBase = place == base.place();
            Optional<String> adapter =
                    request.adapters().stream()
                            .filter(choice -> choice.models().includes(index, isBase))
                            .map(AdapterChoice::adapter)
                            .findFirst();
            return seen.computeIfAbsent(
                            List.of(reference, adapter), once -> headers(reference, adapter))
                    .map(headers -> named(reference, headers, place, index, isBase));
        }

        private NamedModel named(
                ModelReference reference,
                ModelHeaders headers,
                int place,
                OptionalInt index,
                boolean isBase) {
            return NamedModel.of(
                    place,
                    index,
                    isBase,
                    reference,
                    headers,
                    renames.apply(headers.parameters(), index, isBase, reference.describe()),
                    name -> renames.renamed(name, index, isBase));
        }

        // The next model would not fit beside it, and reading it would take minutes.
        private boolean isTooLarge(ModelHeaders found) {
            // Of parts, each parameter of the output has one.
            int models =
                    request.layout() instanceof Layout.Parts
                            ? 1
                            : request.models().size() + (base.other().isPresent() ? 1 : 0);
            Optional<Problem> problem =
                    HeaderMemory.problem(
                            ViewSettings.shown(found.reference()),
                            found.parameters(),
                            models,
                            execution.maxMemory());
            problem.ifPresent(problems);
            full |= problem.isPresent();
            return problem.isPresent();
        }

        // Views read all their models; the output of a stage has no view.
        private boolean isOfStage(ModelReference view) {
            List<String> stages =
                    Stream.concat(request.models().stream(), base.other().stream())
                            .flatMap(model -> model.stage().stream())
                            .toList();
            return ViewSettings.models(view).stream()
                    .flatMap(model -> model.stage().stream())
                    .anyMatch(stages::contains);
        }

        private Optional<ModelHeaders> headers(ModelReference reference, Optional<String> adapter) {
            if (full) {
                return Optional.empty();
            }
            try {
                if (reference.stage().isPresent() && adapter.isEmpty()) {
                    return stages.output(reference);
                }
                if (isOfStage(reference)) {
                    return Optional.empty(); // The stage itself is told of.
                }
                ModelHeaders found = together.headers(reference, adapter, settings, listener, held);
                if (isTooLarge(found)) {
                    return Optional.empty();
                }
                ModelHeaders shared = found.sharing(first);
                first = first.isEmpty() ? shared.parameters() : first;
                return Optional.of(shared);
            } catch (TergeException failure) {
                if (failure.code() == TergeCode.CANCELLED) {
                    throw failure; // Nothing is wrong with the request.
                }
                // Views of one model fail alike.
                failure.problems().stream().filter(told::add).forEach(problems);
                return Optional.empty();
            }
        }
    }
}
