package io.terge.api;

/**
 * A merge that has been planned and is about to run. Its models may be open since they were
 * planned, so that their headers are read once. For one thread.
 *
 * @since 0.1
 */
public interface PreparedMerge extends AutoCloseable {

    /** What is going to be done. */
    MergePlan plan();

    /**
     * Runs the plan; see {@link Merger#merge(MergePlan, MergeListener)}.
     *
     * @param listener receives events on the calling thread
     * @throws io.terge.error.TergeException as that method does
     */
    MergeReport run(MergeListener listener);

    /** Closes the models that are still open. */
    @Override
    void close();
}
