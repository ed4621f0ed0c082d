package io.terge.api;

/**
 * Hears how a merge goes on, always on the thread that asked for it: {@code started}, any number of
 * {@code progressed}, then {@code finished} or {@code failed}. What a listener throws reaches the
 * caller; it ends the merge, with the output as it was, unless the merge is {@linkplain #finished
 * finished}.
 *
 * @since 0.1
 */
public interface MergeListener {

    /**
     * Opening a model takes long, such as a download. Before {@code started}, and again when the
     * models are opened to be merged.
     *
     * @param doing what is done, e.g. {@code "downloading model.safetensors"}
     * @param done how much is done, 0 to {@code total}
     * @param total how much there is to do, in the same unit; 0 where it is not known
     */
    default void opening(String doing, long done, long total) {}

    /** The work begins. */
    default void started(MergePlan plan) {}

    /** Some of the work is done. */
    default void progressed(MergeProgress progress) {}

    /** The merged model is at its place. */
    default void finished(MergeReport report) {}

    /**
     * The merge has failed or was cancelled; nothing was written. What this throws is added to the
     * failure as suppressed.
     *
     * @param failure what the caller will get
     */
    default void failed(RuntimeException failure) {}

    /** Returns a listener that does nothing. */
    static MergeListener none() {
        return new MergeListener() {};
    }
}
