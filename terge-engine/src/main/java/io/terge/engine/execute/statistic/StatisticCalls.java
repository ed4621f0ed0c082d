package io.terge.engine.execute.statistic;

import io.terge.engine.schedule.Failure;
import io.terge.error.TergeException;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * Lets the statistics that a method asks for run one after the other, on the thread that the method
 * was called on: they share that thread's memory. Made on that thread.
 */
public final class StatisticCalls {

    private final Thread thread = Thread.currentThread();
    private boolean closed;
    private @Nullable Throwable failure;

    /**
     * Lets a method answer, which may ask for statistics until it returns. What ended one of them
     * is thrown as it was: it is not the method's, which may have hidden it.
     */
    public <T> T answer(Supplier<T> method) {
        try {
            T answer = method.get();
            Failure.rethrow(failure);
            return answer;
        } catch (RuntimeException thrown) {
            Failure.rethrow(failure);
            throw thrown;
        } finally {
            closed = true;
        }
    }

    /**
     * Gathers a statistic.
     *
     * @throws IllegalStateException if another one is gathered, the method has returned, or this is
     *     not its thread
     */
    public <T> T alone(Supplier<T> statistic) {
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
}
