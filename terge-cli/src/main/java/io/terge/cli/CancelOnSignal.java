package io.terge.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns a signal to end the process (Ctrl-C, SIGTERM) into an interrupt of the working thread, and
 * lets the process end only when that thread has cleaned up and said so.
 */
final class CancelOnSignal {

    private static final long PATIENCE_SECONDS = 20;

    private final Thread worker;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile int status = ExitStatus.CANCELLED.code();

    private CancelOnSignal(Thread worker) {
        this.worker = worker;
    }

    /** Starts to watch for signals on behalf of the thread. */
    static CancelOnSignal watch(Thread worker) {
        CancelOnSignal signals = new CancelOnSignal(worker);
        Runtime.getRuntime().addShutdownHook(new Thread(signals::shutDown, "terge-cancel"));
        return signals;
    }

    /** The worker is done, and the process should return this status. */
    void finished(int exitStatus) {
        status = exitStatus;
        finished.countDown();
    }

    /** Runs when the process is asked to end, and also when it ends by itself. */
    private void shutDown() {
        if (finished.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "cancelled: the work did not stop in time; the output is unchanged, and the"
                                + " next run removes the temporary files");
            }
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
        System.out.flush();
        // Not the status of the signal, which differs: 130 for Ctrl-C, 143 for SIGTERM.
        Runtime.getRuntime().halt(status);
    }
}
