package io.terge.engine.execute;

import io.terge.engine.schedule.Failure;
import io.terge.error.TergeException;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * Lets the statistics that a method asks for run one after the other, on the thread that the method
 * was called on: they share that thread's memory. Made on that thread.
 */
final class StatisticCalls {

    private final Thread thread = Thread.currentThread();
    private boolean closed;
    private @Nullable Throwable failure;

    /**
     * Gathers a statistic.
     *
     * @throws IllegalStateException if another one is gathered, the method has returned, or this is
     *     not its thread
     */
    <T> T alone(Supplier<T> statistic) {
        if (Thread.currentThread() != thread || closed) {
            throw new IllegalStateException(
                    "Gather statistics one after the other, on the thread of the method and"
                            + " before it returns, not in a block, a row or a reduction");
        }
        closed = true;
        try {
            return statistic.get();
        } catch (TergeException | Error thrown) {
            failure = failure == null ? thrown : failure;
            throw thrown;
        } finally {
            closed = false;
        }
    }

    /** Lets no statistic run any more. */
    void end() {
        closed = true;
    }

    /** Throws what ended a statistic, if anything did: the method may have hidden it. */
    void rethrow() {
        Failure.rethrow(failure);
    }
}
