package io.terge.engine.execute;

import io.terge.api.MergeListener;
import io.terge.api.MergeProgress;
import io.terge.api.ParameterPlan;

import java.util.function.Consumer;

/** Counts what is done and tells the listener. */
final class Progress {

    private final MergeListener listener;
    private final long total;
    private long before;

    Progress(MergeListener listener, long total) {
        this.listener = listener;
        this.total = total;
    }

    /**
     * Returns who is to be told of the chunks of a parameter, in order.
     *
     * @param length the length of all chunks
     */
    Consumer<Chunk> of(ParameterPlan parameter, long length) {
        return chunk -> {
            double part = (double) chunk.end() / length;
            long done = before + (long) (parameter.bytesRead() * part);
            tell(done, parameter);
        };
    }

    /** Counts a parameter as done. */
    void finished(ParameterPlan parameter) {
        before += parameter.bytesRead();
    }

    private void tell(long done, ParameterPlan parameter) {
        listener.progressed(new MergeProgress(done, total, parameter.base().name()));
    }
}
