package io.terge.cli;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeRejectedException;
import io.terge.api.MergeRequest;
import io.terge.api.Merger;
import io.terge.api.PreparedMerge;
import io.terge.error.Problem;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Plans a request.
 *
 * @param request the request
 * @param recipe the recipe of it, if one is to be written
 * @param placed adds where a recipe names what a problem is about
 */
record RequestPlanner(
        MergeRequest request, Optional<SavedRecipe> recipe, UnaryOperator<Problem> placed)
        implements Planner {

    /** Plans a request that no recipe is written of. */
    RequestPlanner(MergeRequest request) {
        this(request, Optional.empty(), problem -> problem);
    }

    @Override
    public MergePlan plan(Merger merger, MergeListener listener) {
        return placing(() -> merger.plan(request, listener));
    }

    @Override
    public PreparedMerge prepare(Merger merger, MergeListener listener) {
        return placing(() -> merger.prepare(request, listener));
    }

    private <T> T placing(Supplier<T> planning) {
        try {
            return planning.get();
        } catch (MergeRejectedException rejected) {
            throw rejected.with(placed);
        }
    }
}
