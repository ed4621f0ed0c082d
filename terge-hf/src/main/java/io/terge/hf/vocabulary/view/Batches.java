package io.terge.hf.vocabulary.view;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Results that are computed once each, by the threads that need them. A thread whose result another
 * one is computing computes a later one until it is there.
 *
 * @param <T> a result
 */
final class Batches<T> {

    private final int count;
    private final Computation<T> computation;
    private final Map<Integer, T> done = new HashMap<>();
    private final Runnable atEnd;
    private final Set<Integer> begun = new HashSet<>();

    /** Computes a result by its index. */
    @FunctionalInterface
    interface Computation<T> {
        T of(int index) throws IOException;
    }

    /**
     * @param atEnd run once, when all results are there
     */
    Batches(int count, Computation<T> computation, Runnable atEnd) {
        this.atEnd = atEnd;
        this.count = count;
        this.computation = computation;
    }

    /** Returns a result; waits for it if nothing is left to do. */
    T get(int index) throws IOException {
        Optional<T> found = Optional.empty();
        while (found.isEmpty()) {
            Optional<Integer> next = begin(index);
            if (next.isPresent()) {
                compute(next.get());
            }
            found = done(index);
        }
        return found.get();
    }

    private synchronized Optional<T> done(int index) {
        return Optional.ofNullable(done.get(index));
    }

    /** What the calling thread is to compute; nothing if the result is there. */
    private synchronized Optional<Integer> begin(int index) throws IOException {
        while (!done.containsKey(index)) {
            for (int ahead = 0; ahead < count; ahead++) {
                int one = (index + ahead) % count;
                if (begun.add(one)) {
                    return Optional.of(one);
                }
            }
            try {
                wait();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                InterruptedIOException stopped = new InterruptedIOException("Interrupted");
                stopped.initCause(stop);
                throw stopped;
            }
        }
        return Optional.empty();
    }

    private void compute(int index) throws IOException {
        Optional<T> result = Optional.empty();
        try {
            result = Optional.of(computation.of(index));
        } finally {
            end(index, result);
        }
    }

    // What has failed is begun again by the next thread.
    private synchronized void end(int index, Optional<T> result) {
        result.ifPresentOrElse(one -> done.put(index, one), () -> begun.remove(index));
        if (done.size() == count) {
            atEnd.run();
        }
        notifyAll();
    }
}
