package io.terge.cli;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeReport;
import io.terge.api.Merger;
import io.terge.api.PreparedMerge;

import java.util.function.Supplier;

/**
 * Has a plan that was made before, and whose models are opened when it is run.
 *
 * @param saved reads it
 */
record SavedPlanner(Supplier<MergePlan> saved) implements Planner {

    /** A run of the plan. */
    private record Run(Merger merger, MergePlan plan) implements PreparedMerge {

        @Override
        public MergeReport run(MergeListener listener) {
            return merger.merge(plan, listener);
        }

        @Override
        public void close() {} // Nothing is open.
    }

    @Override
    public MergePlan plan(Merger merger, MergeListener listener) {
        return saved.get();
    }

    @Override
    public PreparedMerge prepare(Merger merger, MergeListener listener) {
        return new Run(merger, saved.get());
    }
}
