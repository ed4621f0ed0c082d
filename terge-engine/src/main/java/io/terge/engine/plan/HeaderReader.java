package io.terge.engine.plan;

import io.terge.api.BaseChoice;
import io.terge.api.MergeRequest;
import io.terge.engine.model.ModelHeaders;
import io.terge.engine.model.ModelOpener;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;

import jakarta.inject.Inject;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Reads the headers of a request's models, each model once. */
final class HeaderReader {

    private final ModelOpener opener;

    @Inject
    HeaderReader(ModelOpener opener) {
        this.opener = opener;
    }

    /** Returns the headers, or nothing where there is a problem with any of the models. */
    Optional<RequestModels> read(MergeRequest request, Consumer<Problem> problems) {
        List<ModelReference> references = request.models();
        if (references.isEmpty()) {
            problems.accept(
                    Problem.of(ErrorCode.NO_MODELS, "No model is given")
                            .fix("name the models to merge"));
        }
        Map<ModelReference, Optional<ModelHeaders>> seen = new HashMap<>();
        List<Optional<ModelHeaders>> models =
                references.stream().map(reference -> once(seen, reference, problems)).toList();
        OptionalInt index =
                request.base() instanceof BaseChoice.Index(int at)
                        ? OptionalInt.of(at)
                        : OptionalInt.empty();
        Optional<ModelHeaders> base =
                switch (request.base()) {
                    case BaseChoice.Other(ModelReference reference) ->
                            once(seen, reference, problems);
                    case BaseChoice.Index(int at) -> at(models, at, problems);
                };
        if (base.isEmpty() || models.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(
                new RequestModels(
                        models.stream().flatMap(Optional::stream).toList(), base.get(), index));
    }

    private static Optional<ModelHeaders> at(
            List<Optional<ModelHeaders>> models, int index, Consumer<Problem> problems) {
        if (index >= 0 && index < models.size()) {
            return models.get(index);
        }
        if (!models.isEmpty()) {
            problems.accept(
                    Problem.of(
                                    ErrorCode.BASE_OUT_OF_RANGE,
                                    "There is no model %d to be the base: the last is %d"
                                            .formatted(index, models.size() - 1))
                            .fix("give the base's place, from 0, or the path of another model"));
        }
        return Optional.empty();
    }

    private Optional<ModelHeaders> once(
            Map<ModelReference, Optional<ModelHeaders>> seen,
            ModelReference reference,
            Consumer<Problem> problems) {
        return seen.computeIfAbsent(reference, model -> headers(model, problems));
    }

    private Optional<ModelHeaders> headers(ModelReference reference, Consumer<Problem> problems) {
        try {
            return Optional.of(opener.headers(reference));
        } catch (TergeException failure) {
            if (failure.code() == ErrorCode.CANCELLED) {
                throw failure; // Nothing is wrong with the request.
            }
            failure.problems().forEach(problems);
            return Optional.empty();
        }
    }
}
