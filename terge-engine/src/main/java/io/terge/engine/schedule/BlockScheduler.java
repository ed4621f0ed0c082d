package io.terge.engine.schedule;

import io.terge.engine.plugin.Cancellation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Runs the steps of a merge on a fixed number of threads. Beside {@link ReadAhead}, the one class
 * of the engine that knows threads. Used for one merge.
 *
 * <p>A step is a parameter. It runs on one thread, which cuts its work into chunks and shares them:
 * a thread without work takes a chunk of the oldest step that has some left, and only when there is
 * none begins the next step. So the models are read in their order, no thread waits at the end of a
 * parameter, and nothing piles up: a thread has one step at most, and chunks are numbers until they
 * are taken.
 *
 * <p>A step that holds a parameter as a whole begins when there is memory for it. Until then the
 * steps behind it go first: a thread waits only where nothing else is left to do.
 */
public final class BlockScheduler implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition forWorkers = lock.newCondition();
    private final Condition forCaller = lock.newCondition();
    private final Deque<SharedRange> shared = new ArrayDeque<>();
    private final Deque<Runnable> events = new ArrayDeque<>();
    private final int count;
    private final Supplier<WorkerMemory> memory;
    private final StepQueue steps;
    private final ExecutorService threads;
    private int workers;
    private volatile boolean stopped; // Read without the lock, too.
    private @Nullable Throwable failure;

    /**
     * Makes the threads.
     *
     * @param count how many
     * @param memory gives a thread its memory, on that thread, which closes it at its end
     * @param held how many bytes all steps may hold together; one that holds more runs alone
     */
    public BlockScheduler(int count, Supplier<WorkerMemory> memory, long held) {
        this.count = count;
        this.memory = memory;
        this.steps = new StepQueue(held);
        this.threads =
                Executors.newFixedThreadPool(
                        count, Thread.ofPlatform().name("terge-merge-", 1).daemon().factory());
    }

    /**
     * Runs all steps, begun in order as far as memory allows, and returns when all are done. May be
     * called again after it has returned, but not after it has thrown.
     *
     * @throws io.terge.error.TergeException with code {@code CANCELLED} if the calling thread is
     *     interrupted
     * @throws RuntimeException what a step or an event threw
     */
    public void run(List<Step> all) {
        if (all.isEmpty()) {
            return;
        }
        locked(
                () -> {
                    steps.add(all);
                    workers = count;
                });
        for (int i = 0; i < count; i++) {
            threads.execute(this::work);
        }
        try {
            Optional<Runnable> event = nextEvent();
            while (event.isPresent()) {
                event.get().run();
                event = nextEvent();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Cancellation.cancelled(stop);
        }
        Failure.rethrow(failure);
    }

    /** Has something run on the thread that waits for the steps. */
    public void announce(Runnable event) {
        tell(() -> events.add(event));
    }

    /** Ends the merge if the calling thread has been interrupted. */
    public static void checkInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw Cancellation.cancelled(new InterruptedException());
        }
    }

    /** Stops what is still running, and waits until no thread is left. */
    @Override
    public void close() {
        locked(() -> stopped = true);
        threads.shutdownNow();
        threads.close();
    }

    // There are none any more when all threads are done, or one has failed.
    private Optional<Runnable> nextEvent() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (events.isEmpty() && workers > 0 && failure == null) {
                forCaller.await();
            }
            return failure == null ? Optional.ofNullable(events.poll()) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try (WorkerMemory own = memory.get()) {
            Worker worker = new Worker(own);
            Optional<Runnable> next = worker.next();
            while (next.isPresent()) {
                next.get().run();
                next = worker.next();
            }
        } catch (InterruptedException asked) {
            failed(Cancellation.cancelled(asked)); // By close(), or by a method on its own thread.
        } catch (Throwable thrown) { // Checked ones too: not every language declares them.
            failed(thrown);
        } finally {
            tell(() -> workers--);
        }
    }

    // What others throw because they were stopped is no news.
    private void failed(Throwable thrown) {
        tell(
                () -> {
                    failure = stopped ? failure : thrown;
                    stopped = true;
                });
    }

    // Wakes the thread that waits for the steps as well; not for every chunk, which would cost.
    private void tell(Runnable change) {
        locked(
                () -> {
                    change.run();
                    forCaller.signal();
                });
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            forWorkers.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** One thread with its memory. */
    public final class Worker {

        private final WorkerMemory own;

        private Worker(WorkerMemory own) {
            this.own = own;
        }

        /**
         * Cuts a range into chunks, and works on them together with threads that have nothing more
         * urgent to do. Called in a step; returns when all chunks are done.
         *
         * @param length the length of the range
         * @param chunkLength the length of a chunk, but for the last
         * @throws RuntimeException what a chunk threw first
         */
        public void forEachChunk(long length, int chunkLength, ChunkWork work) {
            if (length <= chunkLength) {
                runAlone((int) length, work);
                return;
            }
            SharedRange range = new SharedRange(length, chunkLength, work);
            locked(() -> shared.add(range));
            Optional<Chunk> chunk = take(range);
            while (chunk.isPresent()) {
                run(range, chunk.get());
                chunk = take(range);
            }
            awaitOthers(range);
            Failure.rethrow(range.failure().orElse(null));
        }

        // Nobody can help: nobody need know, and small parameters take less time than the lock.
        private void runAlone(int length, ChunkWork work) {
            if (stopped) {
                throw Cancellation.cancelled(new InterruptedException());
            }
            if (length > 0) {
                work.run(new Chunk(0, length), own);
            }
        }

        /** What is most urgent; nothing when all is done or has been stopped. */
        private Optional<Runnable> next() throws InterruptedException {
            lock.lockInterruptibly();
            try {
                while (!stopped) {
                    SharedRange oldest = shared.peek();
                    Optional<Chunk> chunk = oldest == null ? Optional.empty() : takeLocked(oldest);
                    if (chunk.isPresent()) {
                        return Optional.of(() -> run(oldest, chunk.get()));
                    }
                    Optional<Step> step = steps.begin();
                    if (step.isPresent()) {
                        return Optional.of(() -> run(step.get()));
                    }
                    if (steps.isIdle()) {
                        return Optional.empty();
                    }
                    forWorkers.await();
                }
                return Optional.empty();
            } finally {
                lock.unlock();
            }
        }

        private void run(Step step) {
            try {
                step.run(this);
            } finally {
                locked(() -> steps.end(step));
            }
        }

        private void run(SharedRange range, Chunk chunk) {
            try {
                range.work().run(chunk, own);
                locked(range::done);
            } catch (Throwable thrown) {
                locked(() -> range.failed(thrown));
            }
        }

        private Optional<Chunk> take(SharedRange range) {
            lock.lock();
            try {
                return takeLocked(range);
            } finally {
                lock.unlock();
            }
        }

        private Optional<Chunk> takeLocked(SharedRange range) {
            Optional<Chunk> chunk = stopped ? Optional.empty() : range.take();
            if (!range.hasMore()) {
                shared.remove(range);
            }
            return chunk;
        }

        private void awaitOthers(SharedRange range) {
            lock.lock();
            try {
                while (range.isBusy()) {
                    forWorkers.awaitUninterruptibly(); // They are interrupted too, and will end.
                }
                if (stopped && range.failure().isEmpty()) {
                    throw Cancellation.cancelled(new InterruptedException());
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
