package io.terge.examples.fuzz;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens many mutants, each within a deadline, on a thread with a stack of the usual size. */
final class Campaign {

    private static final int SECONDS = 20;
    private static final int MOST_FAILURES = 5;

    private final Path folder;
    private final LinkedTransferQueue<FutureTask<Boolean>> work = new LinkedTransferQueue<>();
    private final List<AssertionError> failures = new ArrayList<>();

    /**
     * Makes a campaign.
     *
     * @param folder where the mutants' files are
     */
    Campaign(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns how many of the mutants are accepted; fails if some are neither that nor rejected.
     */
    long run(Format format, long first, long count) throws InterruptedException {
        // A thread that hangs must not keep the process.
        Thread worker = Thread.ofPlatform().daemon().start(this::openAll);
        long accepted = 0;
        for (long i = 0; i < count && failures.size() < MOST_FAILURES; i++) {
            Attempt attempt = new Attempt(format, first + i, folder);
            FutureTask<Boolean> task = new FutureTask<>(attempt::isAccepted);
            work.add(task);
            try {
                accepted += task.get(SECONDS, TimeUnit.SECONDS) ? 1 : 0;
            } catch (ExecutionException failure) {
                failures.add(failure(attempt, requireNonNull(failure.getCause())));
            } catch (TimeoutException hang) {
                hang.setStackTrace(worker.getStackTrace());
                throw failure(attempt, hang);
            }
        }
        worker.interrupt();
        if (!failures.isEmpty()) {
            AssertionError all = failures.removeFirst();
            failures.forEach(all::addSuppressed);
            throw all;
        }
        return accepted;
    }

    private void openAll() {
        try {
            while (true) {
                work.take().run();
            }
        } catch (InterruptedException finished) {
            // All mutants have been opened.
        }
    }

    private static AssertionError failure(Attempt attempt, Throwable what) {
        String message =
                "Mutant %1$d of %2$s; to replay it: -Dterge.fuzz.format=%2$s -Dterge.fuzz.first=%1$d"
                        .concat(" -Dterge.fuzz.mutants=1: %3$s");
        return new AssertionError(
                message.formatted(attempt.number(), attempt.format(), what), what);
    }
}
