package io.terge.engine.plan;

import io.terge.api.MergeRequest;
import io.terge.api.OutputChoice;
import io.terge.api.OutputFiles;
import io.terge.api.OutputPlan;
import io.terge.api.ParameterPlan;
import io.terge.engine.model.Blueprints;
import io.terge.engine.model.InputsWithin;
import io.terge.engine.model.TargetOpener;
import io.terge.engine.plan.named.BasePlace;
import io.terge.engine.plan.named.RequestModels;
import io.terge.engine.plan.rules.OutputTypes;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.model.RecipeText;
import io.terge.spi.format.CompanionFiles;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.ParameterSpec;

import jakarta.inject.Inject;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Decides where the result goes and how it is divided into files, and checks that it can. */
final class OutputPlanner {

    private final TargetOpener targets;

    @Inject
    OutputPlanner(TargetOpener targets) {
        this.targets = targets;
    }

    /**
     * Where a result goes.
     *
     * @param target where
     * @param adapter the name of the adapter that writes it
     * @param overwrite whether what is there is replaced
     */
    record Target(ModelReference target, String adapter, boolean overwrite) {}

    /** Returns where, or nothing where no output is asked for or a problem stands in its way. */
    Optional<Target> target(MergeRequest request, Consumer<Problem> problems) {
        OutputChoice choice = request.output();
        choice.dtype().flatMap(OutputTypes::problem).ifPresent(problems);
        Optional<ModelReference> target =
                choice.inPlace() ? BasePlace.of(request).reference(request) : choice.target();
        boolean overwrite = choice.inPlace() || choice.overwrite();
        return target.flatMap(
                given -> {
                    try {
                        ModelReference reference =
                                targets.fitting(
                                        choice.inPlace()
                                                ? ReplacedBase.target(given, choice)
                                                : given,
                                        choice.adapter());
                        String adapter = targets.check(reference, choice.adapter(), overwrite);
                        if (choice.backup()) {
                            targets.checkBackup(reference, adapter);
                        }
                        InputsWithin.of(reference)
                                .problems(
                                        Stream.concat(
                                                request.models().stream(),
                                                BasePlace.of(request).other().stream()))
                                .forEach(problems);
                        return Optional.of(new Target(reference, adapter, overwrite));
                    } catch (TergeException failure) {
                        failure.problems().stream()
                                .map(problem -> advised(problem, given, request))
                                .forEach(problems);
                        return Optional.empty();
                    }
                });
    }

    // Who names the base as the output means to replace it.
    private static Problem advised(Problem problem, ModelReference target, MergeRequest request) {
        boolean isBase =
                target.path().isPresent()
                        && BasePlace.of(request)
                                .reference(request)
                                .flatMap(ModelReference::path)
                                .equals(target.path());
        return problem.code() == TergeCode.OUTPUT_EXISTS && isBase
                ? problem.fix(
                        "to replace the base, merge in place (--in-place, in Java .inPlace())")
                : problem;
    }

    /**
     * The files of an output.
     *
     * @param parameters the parameters with the files that they go to
     * @param companions what becomes of the companions of the base
     */
    record Files(List<ParameterPlan> parameters, CompanionFiles companions) {}

    /** Returns the files, or the parameters as they are where a problem stands in their way. */
    Files files(
            Target target,
            MergeRequest request,
            List<ParameterPlan> parameters,
            RequestModels models,
            Consumer<Problem> problems) {
        try {
            ModelBlueprint blueprint = blueprint(target, request, parameters, models);
            return new Files(
                    sharded(target, parameters, blueprint),
                    targets.companions(
                            target.target(),
                            target.adapter(),
                            blueprint.withRecipe(request.recipe().flatMap(RecipeText::kept))));
        } catch (TergeException failure) {
            failure.problems().forEach(problems);
            return new Files(parameters, CompanionFiles.none());
        }
    }

    private List<ParameterPlan> sharded(
            Target target, List<ParameterPlan> parameters, ModelBlueprint blueprint) {
        List<List<ParameterSpec>> shards =
                targets.shards(target.target(), target.adapter(), blueprint);
        if (shards.size() == 1) {
            return parameters; // They are in the first file until they are divided.
        }
        Map<String, Integer> places = new HashMap<>();
        for (int shard = 0; shard < shards.size(); shard++) {
            for (ParameterSpec spec : shards.get(shard)) {
                places.put(spec.name(), shard);
            }
        }
        return parameters.stream()
                .map(
                        plan ->
                                new ParameterPlan(
                                        plan.output(),
                                        places.getOrDefault(plan.output().name(), 0),
                                        plan.action()))
                .toList();
    }

    private static ModelBlueprint blueprint(
            Target target,
            MergeRequest request,
            List<ParameterPlan> parameters,
            RequestModels models) {
        OutputChoice choice = request.output();
        return Blueprints.of(
                parameters,
                request.layerPattern(),
                models.base(),
                place -> models.all().get(place).headers(),
                MainType.of(choice, parameters),
                choice.shardSize(),
                target.overwrite(),
                choice.backup());
    }

    /** Returns the plan of the output. */
    static OutputPlan plan(
            Target target,
            OutputChoice choice,
            List<ParameterPlan> parameters,
            CompanionFiles companions) {
        int shards = parameters.stream().mapToInt(ParameterPlan::shard).max().orElse(0) + 1;
        return new OutputPlan(
                target.target(),
                target.adapter(),
                MainType.of(choice, parameters),
                choice.shardSize(),
                shards,
                target.overwrite(),
                choice.nonFinite(),
                choice.backup(),
                new OutputFiles(
                        companions.copied(),
                        companions.written(),
                        companions.leftOut(),
                        companions.outdated()));
    }
}
