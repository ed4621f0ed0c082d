package io.terge.testkit;

import java.util.function.Supplier;

/** When a method may read: on the thread that it was called on, before it returns. */
final class ReadingTime {

    private final Thread owner = Thread.currentThread();
    private boolean isOver;
    private boolean inStatistic;

    void check() {
        if (isOver || inStatistic || Thread.currentThread() != owner) {
            throw new IllegalStateException(
                    "The method reads or notes something on another thread, in a block, in a"
                            + " reduction, or after it has returned");
        }
    }

    <A> A during(Supplier<A> statistic) {
        inStatistic = true;
        A result = statistic.get();
        inStatistic = false;
        return result;
    }

    void end() {
        isOver = true;
    }
}
