package io.terge.engine.execute;

import io.terge.api.MergeListener;
import io.terge.api.MergeProgress;
import io.terge.api.ParameterPlan;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes that have been read, on all threads, and has the listener told of progress. */
final class Progress {

    /** Telling costs the time of a thread that would work. */
    private static final int MOST_STEPS = 256;

    private final MergeListener listener;
    private final long total;
    private final Announcer announcer;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private long told;

    /** Has something run on the listener's thread, in the order of the calls. */
    @FunctionalInterface
    interface Announcer {
        void announce(Runnable event);
    }

    Progress(MergeListener listener, long total, Announcer announcer) {
        this.listener = listener;
        this.total = total;
        this.announcer = announcer;
    }

    /** Returns the count of one parameter that is read as its plan says. */
    OfParameter of(ParameterPlan parameter) {
        return of(parameter, parameter.bytesRead());
    }

    /**
     * Returns the count of one parameter.
     *
     * @param bytes how many are read of it
     */
    OfParameter of(ParameterPlan parameter, long bytes) {
        return new OfParameter(parameter.output().name(), bytes);
    }

    /** How many bytes have been read, whatever was planned. */
    long bytesRead() {
        return read.get();
    }

    private void add(String parameter, long bytes) {
        if (bytes <= 0) {
            return;
        }
        long after = done.addAndGet(bytes);
        long step = Math.max(1, total / MOST_STEPS);
        if ((after - bytes) / step != after / step || after == total) {
            announce(parameter, after);
        }
    }

    // What another thread has added since may have been told already.
    private synchronized void announce(String parameter, long after) {
        if (after > told) {
            told = after;
            MergeProgress progress = new MergeProgress(after, total, parameter);
            announcer.announce(() -> listener.progressed(progress));
        }
    }

    /** What has been read of one parameter. */
    final class OfParameter {

        private final String parameter;
        private final long bytes;
        private final AtomicLong counted = new AtomicLong();

        private OfParameter(String parameter, long bytes) {
            this.parameter = parameter;
            this.bytes = bytes;
        }

        /** Counts bytes; those beyond what was planned are no progress. */
        void add(long more) {
            read.addAndGet(more);
            advance(more);
        }

        private void advance(long more) {
            long before = counted.getAndAdd(more);
            long left = Math.max(0, bytes - before);
            Progress.this.add(parameter, Math.min(more, left));
        }

        /** Counts what was planned and not read after all as done. */
        void finish() {
            advance(Math.max(0, bytes - counted.get()));
        }
    }
}
