package io.terge.api;

/**
 * Is told how a merge goes on, always on the thread that asked for it. What a listener throws
 * reaches the caller; it ends the merge, with the output as it was, unless the merge is {@linkplain
 * #finished finished}.
 *
 * @since 0.1
 */
public interface MergeListener {

    /** The work begins. */
    default void started(MergePlan plan) {}

    /** Some of the work is done. */
    default void progressed(MergeProgress progress) {}

    /** The merged model is at its place. */
    default void finished(MergeReport report) {}

    /** Returns a listener that does nothing. */
    static MergeListener none() {
        return new MergeListener() {};
    }
}
