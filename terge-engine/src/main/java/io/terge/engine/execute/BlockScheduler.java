package io.terge.engine.execute;

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
 * Runs the steps of a merge on a fixed number of threads. The one class of the engine that knows
 * threads. Used for one merge.
 *
 * <p>A step is a parameter. It runs on one thread, which cuts its work into chunks and shares them:
 * a thread without work takes a chunk of the oldest step that has some left, and only when there is
 * none begins the next step. So the models are read in their order, no thread waits at the end of a
 * parameter, and nothing piles up: a thread has one step at most, and chunks are numbers until they
 * are taken.
 */
final class BlockScheduler implements AutoCloseable {

    /** One parameter's work. */
    @FunctionalInterface
    interface Step {

        /** Does the work, on this worker's thread and those that help it. */
        void run(Worker worker);
    }

    /** What is done to a chunk. */
    @FunctionalInterface
    interface ChunkWork {

        /** Does the work, with the memory of the thread that it runs on. */
        void run(Chunk chunk, Scratch scratch);
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition forWorkers = lock.newCondition();
    private final Condition forCaller = lock.newCondition();
    private final Deque<SharedRange> shared = new ArrayDeque<>();
    private final Deque<Runnable> events = new ArrayDeque<>();
    private final int count;
    private final Supplier<Scratch> memory;
    private final ExecutorService threads;
    private List<Step> steps = List.of();
    private int begun;
    private int finished;
    private int workers;
    private boolean stopped;
    private @Nullable Throwable failure;

    /**
     * Makes the threads.
     *
     * @param count how many
     * @param memory gives a thread its memory, on that thread, which closes it at its end
     */
    BlockScheduler(int count, Supplier<Scratch> memory) {
        this.count = count;
        this.memory = memory;
        this.threads =
                Executors.newFixedThreadPool(
                        count, Thread.ofPlatform().name("terge-merge-", 1).daemon().factory());
    }

    /**
     * Runs all steps, begun in order, and returns when all are done. Called once.
     *
     * @throws io.terge.error.TergeException with code {@code CANCELLED} if the calling thread is
     *     interrupted
     * @throws RuntimeException what a step or an event threw
     */
    void run(List<Step> all) {
        steps = List.copyOf(all);
        workers = count;
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
    void announce(Runnable event) {
        tell(() -> events.add(event));
    }

    /** Ends the merge if the calling thread has been interrupted. */
    static void checkInterrupt() {
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
        try (Scratch scratch = memory.get()) {
            Worker worker = new Worker(scratch);
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
    final class Worker {

        private final Scratch scratch;

        private Worker(Scratch scratch) {
            this.scratch = scratch;
        }

        /**
         * Cuts a range into chunks, and works on them together with threads that have nothing more
         * urgent to do. Called in a step; returns when all chunks are done.
         *
         * @param length the length of the range
         * @param chunkLength the length of a chunk, but for the last
         * @throws RuntimeException what a chunk threw first
         */
        void forEachChunk(long length, int chunkLength, ChunkWork work) {
            SharedRange range = new SharedRange(length, chunkLength, work);
            if (length > chunkLength) {
                locked(() -> shared.add(range));
            }
            Optional<Chunk> chunk = take(range);
            while (chunk.isPresent()) {
                run(range, chunk.get());
                chunk = take(range);
            }
            awaitOthers(range);
            Failure.rethrow(range.failure().orElse(null));
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
                    if (begun < steps.size()) {
                        Step step = steps.get(begun++);
                        return Optional.of(() -> run(step));
                    }
                    if (finished == begun) {
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
            step.run(this);
            locked(() -> finished++);
        }

        private void run(SharedRange range, Chunk chunk) {
            try {
                range.work().run(chunk, scratch);
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
