package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.model.ModelReference;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merges models. Immutable and safe for use by several threads at once.
 *
 * <p>All methods throw {@link io.terge.error.TergeException}; for an invalid request it is a {@link
 * MergeRejectedException} with all problems, and nothing has been written.
 *
 * @since 0.1
 */
public interface Merger {

    /**
     * Decides what to do with every parameter. Reads headers only and writes nothing.
     *
     * @param listener receives {@link MergeListener#opening}, on the calling thread
     * @throws MergeRejectedException if the request or a model is invalid; it has all problems
     */
    MergePlan plan(MergeRequest request, MergeListener listener);

    /** Plans without a listener; see {@link #plan(MergeRequest, MergeListener)}. */
    default MergePlan plan(MergeRequest request) {
        return plan(request, MergeListener.none());
    }

    /**
     * Runs a plan, which may have been made by another merger or in another process. Interrupting
     * the calling thread cancels the merge: the output is unchanged, and the interrupt status is
     * set.
     *
     * @param plan a plan with an output
     * @param listener receives events on the calling thread
     * @throws io.terge.error.TergeException if a model or plugin has changed since planning,
     *     reading or writing fails, a plugin fails, or the merge is cancelled; the output is
     *     unchanged
     */
    MergeReport merge(MergePlan plan, MergeListener listener);

    /** Runs a plan without a listener; see {@link #merge(MergePlan, MergeListener)}. */
    default MergeReport merge(MergePlan plan) {
        return merge(plan, MergeListener.none());
    }

    /**
     * Plans a merge that is to be run at once, if at all: faster than running its plan, which would
     * read the headers of all models again. Close it after use.
     *
     * @param listener receives {@link MergeListener#opening}, on the calling thread
     * @throws MergeRejectedException if the request or a model is invalid; it has all problems
     */
    PreparedMerge prepare(MergeRequest request, MergeListener listener);

    /**
     * Plans and merges; see {@link #plan(MergeRequest, MergeListener)} and {@link #merge(MergePlan,
     * MergeListener)}.
     */
    default MergeReport merge(MergeRequest request, MergeListener listener) {
        try (PreparedMerge prepared = prepare(request, listener)) {
            return prepared.run(listener);
        }
    }

    /** Plans and merges without a listener. */
    default MergeReport merge(MergeRequest request) {
        return merge(request, MergeListener.none());
    }

    /** Reads a model's headers with the adapter that claims it. No weights are read. */
    default ModelDescription inspect(ModelReference reference) {
        return inspect(reference, Optional.empty(), Map.of());
    }

    /**
     * Reads a model's headers with the given adapter, regardless of what others claim.
     *
     * @param adapter the adapter's name
     */
    default ModelDescription inspect(ModelReference reference, String adapter) {
        return inspect(reference, Optional.of(requireNonNull(adapter, "adapter")), Map.of());
    }

    /**
     * Reads a model's headers.
     *
     * @param adapter the name of the adapter to open it with; empty for the one that claims it
     * @param adapterSettings settings of adapters, as in {@link MergeRequestBuilder#adapterSetting}
     */
    ModelDescription inspect(
            ModelReference reference,
            Optional<String> adapter,
            Map<String, String> adapterSettings);

    /** Returns all plugins of this merger, sorted by kind, then by name. */
    List<PluginDescription> plugins();
}
