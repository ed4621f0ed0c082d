package io.terge.engine.execute;

import io.terge.engine.plugin.Cancellation;

import java.util.concurrent.Semaphore;

/** The memory for parameters that are held as a whole: one that finds too little left waits. */
final class TensorMemory {

    private static final long BYTES_IN_PERMIT = 1 << 10;

    private final int all;
    private final Semaphore free;

    private TensorMemory(int permits) {
        this.all = permits;
        this.free = new Semaphore(permits, true);
    }

    /** Returns so many bytes of memory. */
    static TensorMemory of(long bytes) {
        return new TensorMemory(Math.clamp(bytes / BYTES_IN_PERMIT, 1, Integer.MAX_VALUE));
    }

    /**
     * Does something that takes so many bytes. What takes more than there is has all for itself.
     *
     * @throws io.terge.error.TergeException with code {@code CANCELLED} if the thread is
     *     interrupted
     */
    void with(long bytes, Runnable work) {
        if (bytes == 0) {
            work.run();
            return;
        }
        int permits = (int) Math.min(all, (bytes - 1) / BYTES_IN_PERMIT + 1);
        try {
            free.acquire(permits);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Cancellation.cancelled(stop);
        }
        try {
            work.run();
        } finally {
            free.release(permits);
        }
    }
}
