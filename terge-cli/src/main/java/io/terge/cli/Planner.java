package io.terge.cli;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.Merger;
import io.terge.api.PreparedMerge;

import java.util.Optional;

/** Makes or reads the plan of a command. */
interface Planner {

    /** Returns the plan, telling the listener where opening a model takes long. */
    MergePlan plan(Merger merger, MergeListener listener);

    /** Returns the plan as a merge that is to be run next. */
    PreparedMerge prepare(Merger merger, MergeListener listener);

    /** The recipe to write about it, if one is asked for. */
    default Optional<SavedRecipe> recipe() {
        return Optional.empty();
    }
}
