package io.terge.engine.plan.named;

import io.terge.api.BaseChoice;
import io.terge.api.MergeRequest;
import io.terge.engine.model.RealPath;
import io.terge.model.ModelReference;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the base of a request is.
 *
 * @param place its place among the models of the request, or behind them
 * @param other the base, where it is not one of the models
 */
public record BasePlace(int place, Optional<ModelReference> other) {

    public static BasePlace of(MergeRequest request) {
        List<ModelReference> models = request.models();
        return switch (request.base()) {
            case BaseChoice.Unset nothing -> new BasePlace(0, Optional.empty());
            case BaseChoice.Index(int index) -> new BasePlace(index, Optional.empty());
            case BaseChoice.Other(ModelReference reference) -> {
                int listed = placeOf(reference, models);
                yield listed < models.size()
                        ? new BasePlace(listed, Optional.empty())
                        : new BasePlace(listed, Optional.of(reference));
            }
        };
    }

    /** The base itself, where its index is one of the models'. */
    public Optional<ModelReference> reference(MergeRequest request) {
        return place >= 0 && place < request.models().size()
                ? Optional.of(request.models().get(place))
                : other;
    }

    private static int placeOf(ModelReference reference, List<ModelReference> models) {
        int place = 0;
        while (place < models.size() && !isSame(models.get(place), reference)) {
            place++;
        }
        return place;
    }

    private static boolean isSame(ModelReference one, ModelReference other) {
        if (one.equals(other)) {
            return true;
        }
        Optional<Path> real = RealPath.of(one);
        return one.settings().equals(other.settings())
                && real.isPresent()
                && real.equals(RealPath.of(other));
    }
}
