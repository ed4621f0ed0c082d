package io.terge.engine.execute;

import java.util.function.Supplier;

/**
 * Lets the verbs of a method run one after the other, on the thread that the method was called on:
 * they share that thread's memory. Made on that thread.
 */
final class VerbOrder {

    private final Thread thread = Thread.currentThread();
    private boolean closed;

    /**
     * Runs a verb.
     *
     * @throws IllegalStateException if another one runs, the method has returned, or this is not
     *     its thread
     */
    <T> T alone(Supplier<T> verb) {
        if (Thread.currentThread() != thread || closed) {
            throw new IllegalStateException(
                    "The verbs of ParameterMerge are called one after the other, on the thread of"
                            + " merge(): not in a block, a row or a reduction, nor on another"
                            + " thread, nor later");
        }
        closed = true;
        try {
            return verb.get();
        } finally {
            closed = false;
        }
    }

    /** Lets no verb run any more. */
    void end() {
        closed = true;
    }
}
