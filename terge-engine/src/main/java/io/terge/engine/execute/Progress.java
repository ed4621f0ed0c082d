package io.terge.engine.execute;

import io.terge.api.MergeListener;
import io.terge.api.MergeProgress;
import io.terge.api.ParameterPlan;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes that have been read, on all threads, and has the listener told of it. */
final class Progress {

    /** Telling costs the time of a thread that would work. */
    private static final int MOST_STEPS = 256;

    private final MergeListener listener;
    private final long total;
    private final Announcer announcer;
    private final AtomicLong done = new AtomicLong();
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

        /** Counts bytes; what a method reads again, beyond what was planned, does not count. */
        void add(long read) {
            long before = counted.getAndAdd(read);
            long left = Math.max(0, bytes - before);
            Progress.this.add(parameter, Math.min(read, left));
        }

        /** Counts what was planned and not read after all. */
        void finish() {
            add(Math.max(0, bytes - counted.get()));
        }
    }
}
