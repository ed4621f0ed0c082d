package io.terge.api;

import io.terge.model.ModelReference;

import java.util.List;

/**
 * Merges models. Immutable and safe for use by several threads at once.
 *
 * <p>All methods throw {@link io.terge.error.TergeException}; where a request has faults it is a
 * {@link MergeRejectedException} that lists all of them, and nothing has been written.
 *
 * @since 0.1
 */
public interface Merger {

    /**
     * Decides what would be done to every parameter. Reads headers only and writes nothing.
     *
     * @param listener told where opening a model takes long, on the calling thread
     * @throws MergeRejectedException if the request or a model has faults: all of them at once
     */
    MergePlan plan(MergeRequest request, MergeListener listener);

    /**
     * Decides what would be done, telling nobody; see {@link #plan(MergeRequest, MergeListener)}.
     */
    default MergePlan plan(MergeRequest request) {
        return plan(request, MergeListener.none());
    }

    /**
     * Runs a plan, made by this merger or by another, in this process or in another. An interrupt
     * of the calling thread cancels it: the output is then as it was, and the interrupt status is
     * set again.
     *
     * @param plan a plan with an output
     * @param listener told of progress, on the calling thread
     * @throws io.terge.error.TergeException if models or plugins are not those that the plan was
     *     made for, reading or writing fails, a plugin fails, or the merge is cancelled
     */
    MergeReport merge(MergePlan plan, MergeListener listener);

    /** Runs a plan, telling nobody; see {@link #merge(MergePlan, MergeListener)}. */
    default MergeReport merge(MergePlan plan) {
        return merge(plan, MergeListener.none());
    }

    /** Plans and merges, telling a listener. */
    default MergeReport merge(MergeRequest request, MergeListener listener) {
        return merge(plan(request, listener), listener);
    }

    /** Plans and merges. */
    default MergeReport merge(MergeRequest request) {
        return merge(request, MergeListener.none());
    }

    /** Reads a model's headers, with the adapter that claims it. */
    ModelDescription inspect(ModelReference reference);

    /**
     * Reads a model's headers with the adapter of a name, whatever others claim.
     *
     * @param adapter the adapter's name
     */
    ModelDescription inspect(ModelReference reference, String adapter);

    /** All plugins that this merger uses, by kind, then by name. */
    List<PluginDescription> plugins();
}
