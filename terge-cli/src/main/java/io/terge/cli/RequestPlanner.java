package io.terge.cli;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeRejectedException;
import io.terge.api.MergeRequest;
import io.terge.api.Merger;
import io.terge.error.Problem;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Plans a request.
 *
 * @param recipe the recipe of it, if one is to be written
 * @param placed adds where a recipe names what a problem is about
 */
record RequestPlanner(
        MergeRequest request, Optional<SavedRecipe> recipe, UnaryOperator<Problem> placed)
        implements PlanArguments.Planner {

    @Override
    public MergePlan plan(Merger merger, MergeListener listener) {
        try {
            return merger.plan(request, listener);
        } catch (MergeRejectedException rejected) {
            throw rejected.with(placed);
        }
    }
}
