package io.terge.api;

/**
 * Receives the events of a merge, always on the thread that called {@link Merger}: {@code started},
 * any number of {@code progressed}, then {@code finished} or {@code failed}. {@code opening} may be
 * called during planning and after {@code started}. A failure during planning is only thrown, not
 * passed to {@code failed}.
 *
 * <p>An exception thrown by a listener is thrown to the caller and ends the merge, with the output
 * unchanged, unless the merge is already {@linkplain #finished finished}. One thrown by {@link
 * #started} is not passed to {@code failed}.
 *
 * @since 0.1
 */
public interface MergeListener {

    /**
     * Reports progress of opening a model that takes long, such as a download: during planning, and
     * again when the models are opened to be merged.
     *
     * @param doing the activity, e.g. {@code "downloading model.safetensors"}
     * @param done the amount done; 0 to {@code total} if that is known
     * @param total the total amount, in the same unit; 0 if unknown
     */
    default void opening(String doing, long done, long total) {}

    /** The merge starts; the models are opened next. */
    default void started(MergePlan plan) {}

    /** More weights have been read; called about 256 times at most. */
    default void progressed(MergeProgress progress) {}

    /** The merged model is in place; an exception does not undo it. */
    default void finished(MergeReport report) {}

    /**
     * The merge failed or was cancelled after {@link #started}; the output is unchanged. An
     * exception thrown here is added to the failure as suppressed.
     *
     * @param failure the exception that is thrown to the caller
     */
    default void failed(RuntimeException failure) {}

    /** Returns a listener that does nothing. */
    static MergeListener none() {
        return new MergeListener() {};
    }
}
