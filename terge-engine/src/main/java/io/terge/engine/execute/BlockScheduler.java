package io.terge.engine.execute;

import io.terge.engine.plugin.Cancellation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Runs the chunks of a parameter on a fixed number of threads. The one class of the engine that
 * knows threads. Used by one thread; lives as long as one merge.
 */
final class BlockScheduler implements AutoCloseable {

    // Enough that no thread waits for the caller's, few enough that nothing piles up.
    private static final int CHUNKS_PER_THREAD = 4;

    private record Running(Chunk chunk, Future<?> result) {}

    private final ExecutorService threads;
    private final int window;

    BlockScheduler(int count) {
        this.threads =
                Executors.newFixedThreadPool(
                        count, Thread.ofPlatform().name("terge-merge-", 1).daemon().factory());
        this.window = count * CHUNKS_PER_THREAD;
    }

    /**
     * Cuts a range into chunks and runs them.
     *
     * @param length the length of the range
     * @param chunkLength the length of a chunk, but for the last
     * @param work what is done to a chunk, on any thread
     * @param done told of every chunk that is done, in order, on the calling thread
     * @throws io.terge.error.TergeException with code {@code CANCELLED} if the calling thread is
     *     interrupted
     */
    void run(long length, int chunkLength, Consumer<Chunk> work, Consumer<Chunk> done) {
        Deque<Running> running = new ArrayDeque<>();
        for (long start = 0; start < length; start += chunkLength) {
            if (running.size() == window) {
                await(running.remove(), done);
            }
            Chunk chunk = new Chunk(start, (int) Math.min(chunkLength, length - start));
            running.add(new Running(chunk, threads.submit(() -> work.accept(chunk))));
        }
        while (!running.isEmpty()) {
            await(running.remove(), done);
        }
    }

    private static void await(Running running, Consumer<Chunk> done) {
        try {
            running.result().get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Cancellation.cancelled(stop);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException known -> throw known;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
        done.accept(running.chunk());
    }

    /** Ends the merge if the calling thread has been interrupted. */
    static void checkInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw Cancellation.cancelled(new InterruptedException());
        }
    }

    /** Stops what is still running, and waits until no thread has work left. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
