package io.terge.engine.plan;

import io.terge.api.BaseChoice;
import io.terge.api.MergeRequest;
import io.terge.api.OutputChoice;
import io.terge.api.OutputPlan;
import io.terge.engine.model.TargetOpener;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;

import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Decides where the result goes, and checks that it can. */
final class OutputPlanner {

    private final TargetOpener targets;

    @Inject
    OutputPlanner(TargetOpener targets) {
        this.targets = targets;
    }

    /** Returns the plan, or nothing where no output is asked for or a problem stands in its way. */
    Optional<OutputPlan> plan(MergeRequest request, Consumer<Problem> problems) {
        OutputChoice choice = request.output();
        choice.dtype()
                .filter(dtype -> !dtype.isFloating())
                .ifPresent(
                        dtype ->
                                problems.accept(
                                        Problem.of(
                                                        ErrorCode.INVALID_OUTPUT_TYPE,
                                                        "Numbers cannot be stored as " + dtype)
                                                .fix("ask for F64, F32, F16, BF16 or an F8 type")));
        Optional<ModelReference> target = choice.inPlace() ? base(request) : choice.target();
        boolean overwrite = choice.inPlace() || choice.overwrite();
        return target.flatMap(
                reference -> {
                    try {
                        String adapter = targets.check(reference, overwrite);
                        inputsWithin(reference, request, problems);
                        return Optional.of(
                                new OutputPlan(reference, adapter, choice.shardSize(), overwrite));
                    } catch (TergeException failure) {
                        failure.problems().forEach(problems);
                        return Optional.empty();
                    }
                });
    }

    private static Optional<ModelReference> base(MergeRequest request) {
        List<ModelReference> models = request.models();
        return switch (request.base()) {
            case BaseChoice.Other(ModelReference reference) -> Optional.of(reference);
            case BaseChoice.Index(int at) when at >= 0 && at < models.size() ->
                    Optional.of(models.get(at));
            case BaseChoice.Index(int at) -> Optional.empty(); // Told of by the header reader.
        };
    }

    // A directory that is replaced takes all that is in it along.
    private static void inputsWithin(
            ModelReference target, MergeRequest request, Consumer<Problem> problems) {
        Optional<Path> directory = target.path().flatMap(OutputPlanner::real);
        if (directory.isEmpty()) {
            return;
        }
        Stream<ModelReference> base =
                request.base() instanceof BaseChoice.Other(ModelReference other)
                        ? Stream.of(other)
                        : Stream.empty();
        Stream.concat(request.models().stream(), base)
                .distinct()
                .filter(
                        input ->
                                input.path()
                                        .flatMap(OutputPlanner::real)
                                        .filter(
                                                path ->
                                                        !path.equals(directory.get())
                                                                && path.startsWith(directory.get()))
                                        .isPresent())
                .forEach(
                        input ->
                                problems.accept(
                                        Problem.of(
                                                        ErrorCode.OUTPUT_CONTAINS_INPUT,
                                                        "Replacing %s would destroy the input %s"
                                                                .formatted(
                                                                        target.describe(),
                                                                        input.describe()))
                                                .fix("choose another output")));
    }

    // Nothing is there, or it cannot be looked at: then it is not replaced either.
    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
